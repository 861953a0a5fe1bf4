import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';

export type TableProps = Omit<ComponentProps<'table'>, 'aria-label'> & {
  label: string;
  /** Number of rows in all, where only some are in the document (virtualised). Counts the head as row 1. */
  rowCount?: number | undefined;
};

/**
 * A real table, fixed layout: widths come from the `width` of TableHeadCell. Virtualised rows work as they are:
 * put a TableSpacer before and after them, `rowCount` here and `rowIndex` on each row.
 */
export function Table({ label, rowCount, className, ...rest }: TableProps) {
  return (
    <table
      {...rest}
      aria-label={label}
      aria-rowcount={rowCount}
      className={cn('relative w-full table-fixed border-separate border-spacing-0 text-left', className)}
    />
  );
}

/** Stays in sight while the region around the table scrolls. */
export function TableHead({ className, ...rest }: ComponentProps<'thead'>) {
  return <thead {...rest} className={cn('sticky top-0 z-10 bg-surface', className)} />;
}

export function TableBody(props: ComponentProps<'tbody'>) {
  return <tbody {...props} />;
}

export type TableRowProps = ComponentProps<'tr'> & {
  selected?: boolean | undefined;
  /** The keyboard is on this row: accent bar at the left. */
  cursor?: boolean | undefined;
  /** 1-based place among all rows, the head included. */
  rowIndex?: number | undefined;
};

export function TableRow({ selected = false, cursor = false, rowIndex, className, ...rest }: TableRowProps) {
  return (
    <tr
      {...rest}
      aria-rowindex={rowIndex}
      data-selected={selected || undefined}
      data-cursor={cursor || undefined}
      className={cn('group/row h-9 hover:bg-hover data-selected:bg-accent-soft max-md:h-11', className)}
    />
  );
}

const cellClass =
  'truncate border-b border-line px-2 first:pl-4 last:pr-4 first:group-data-cursor/row:border-l-2 first:group-data-cursor/row:border-l-accent first:group-data-cursor/row:pl-3.5';

export type TableCellProps = ComponentProps<'td'> & {
  /** Right-aligned with figures that line up. */
  numeric?: boolean | undefined;
};

export function TableCell({ numeric = false, className, ...rest }: TableCellProps) {
  return <td {...rest} className={cn(cellClass, numeric && 'text-right tabular-nums', className)} />;
}

/** A value that is not there: an en dash, read aloud as `label`. */
export function MissingValue({ label }: { label: string }) {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

export type SortDirection = 'ascending' | 'descending';

export type TableHeadCellProps = Omit<ComponentProps<'th'>, 'aria-sort'> & {
  numeric?: boolean | undefined;
  /** px or %; set as a column width. */
  width?: number | string | undefined;
  /** Present on a column that can be sorted: its present direction, or "none". */
  sort?: SortDirection | 'none' | undefined;
  onSort?: (() => void) | undefined;
  children?: ReactNode;
};

/** Column head, 32 px. With `sort` and `onSort` its text is a button and it says its direction to screen readers. */
export function TableHeadCell({
  numeric = false,
  width,
  sort,
  onSort,
  className,
  children,
  style,
  ...rest
}: TableHeadCellProps) {
  const sorted = sort === 'ascending' || sort === 'descending';
  return (
    <th
      {...rest}
      scope="col"
      aria-sort={sort}
      style={width === undefined ? style : { ...style, width }}
      className={cn(cellClass, 'h-8 text-12 font-medium text-ink-3', numeric && 'text-right', className)}
    >
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className={cn(
            'inline-flex h-6 max-w-full cursor-default items-center gap-1 rounded-1 focus-visible:-outline-offset-2 hover:text-ink max-md:h-11 max-md:min-w-11',
            sorted && 'text-ink',
            numeric && 'flex-row-reverse',
          )}
        >
          <span className="truncate">{children}</span>
          {sorted && <Icon icon={sort === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
        </button>
      ) : (
        children
      )}
    </th>
  );
}

/** Holds the place of rows that are not in the document. */
export function TableSpacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it holds room, and nobody hears it */}
      <td colSpan={columns} className="p-0" style={{ height }} />
    </tr>
  );
}
