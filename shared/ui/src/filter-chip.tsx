import { X } from 'lucide-react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';

export type FilterChipPart = 'field' | 'operator' | 'value';

export type FilterChipProps = {
  field: string;
  operator: string;
  value: string;
  /** As "Remover filtro Origem". */
  removeLabel: string;
  onRemove: () => void;
  /** Wraps a part's button in what it opens: <Menu trigger={button}>… Without it the parts are plain text. */
  renderPart?: ((part: FilterChipPart, button: ReactElement) => ReactNode) | undefined;
  className?: string | undefined;
};

const partClass: Record<FilterChipPart, string> = {
  field: 'min-w-0 truncate text-ink-2',
  operator: 'shrink-0 border-l border-line text-ink-3',
  value: 'min-w-0 truncate border-l border-line font-medium text-ink',
};

/** field · operator · value · remove. In a bar without room the field and the value shrink; the bar never wraps. */
export function FilterChip({ field, operator, value, removeLabel, onRemove, renderPart, className }: FilterChipProps) {
  const parts: ReadonlyArray<readonly [FilterChipPart, string]> = [
    ['field', field],
    ['operator', operator],
    ['value', value],
  ];
  return (
    <span
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot stand inside a line of text
      role="group"
      aria-label={`${field} ${operator} ${value}`}
      className={cn(
        'inline-flex h-7 min-w-24 shrink items-stretch overflow-hidden rounded-2 text-12 whitespace-nowrap inset-ring inset-ring-line-strong max-md:h-11',
        className,
      )}
    >
      {parts.map(([part, text]) =>
        renderPart ? (
          <Part key={part} part={part} text={text} render={renderPart} />
        ) : (
          <span key={part} title={text} className={cn('px-2 leading-7 max-md:leading-11', partClass[part])}>
            {text}
          </span>
        ),
      )}
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="inline-flex shrink-0 items-center border-l border-line px-1.5 text-ink-3 hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 max-md:min-w-11 max-md:justify-center"
      >
        <Icon icon={X} size={14} />
      </button>
    </span>
  );
}

function Part({
  part,
  text,
  render,
}: {
  part: FilterChipPart;
  text: string;
  render: NonNullable<FilterChipProps['renderPart']>;
}) {
  return render(
    part,
    <PartButton title={text} className={partClass[part]}>
      {text}
    </PartButton>,
  );
}

// Passes every prop on, so that a Menu or Popover can make it its trigger.
function PartButton({ className, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={cn('px-2 max-md:min-w-11 hover:bg-hover focus-visible:-outline-offset-2', className)}
    />
  );
}
