import { cn, LoadingPanel, Skeleton, Table, TableBody, TableCell, TableRow } from '@piloto/ui';
import type { Sort } from '../../../lead/list-query.ts';
import { useText } from '../../../messages.ts';
import { type Column, SHAPES } from '../columns.ts';
import { useNarrow } from '../use-narrow.ts';
import { dropped, LeadHead } from './lead-head.tsx';

const ROWS = Array.from({ length: 24 }, (_row, i) => i);
const WIDTHS = ['w-24', 'w-20', 'w-28', 'w-16', 'w-32'];

type Props = { columns: readonly Column[]; sort: Sort; onSort: (sort: Sort) => void };

/** The table's own heads and row heights, so that nothing moves when the leads come. */
export function LeadTableSkeleton({ columns, sort, onSort }: Props) {
  const t = useText();
  const narrow = useNarrow();
  return (
    <LoadingPanel label={t('list.loading')} className="min-h-0 flex-1 overflow-hidden">
      <Table label={t('list.table')}>
        <LeadHead columns={narrow ? [] : columns} sort={sort} onSort={narrow ? undefined : onSort} />
        <TableBody aria-hidden="true">
          {ROWS.map((row) => (
            <TableRow key={row} className="max-md:h-21">
              <TableCell>
                <Skeleton className={WIDTHS[row % WIDTHS.length]} />
                {narrow && <Skeleton className="mt-3 w-40" />}
                {narrow && <Skeleton className="mt-3 w-20" />}
              </TableCell>
              {(narrow ? [] : columns).map((column, i) => (
                <TableCell key={column} className={dropped(column)}>
                  <Skeleton
                    className={cn(
                      'max-w-full',
                      SHAPES[column].numeric ? 'ml-auto w-12' : WIDTHS[(row + i) % WIDTHS.length],
                    )}
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </LoadingPanel>
  );
}
