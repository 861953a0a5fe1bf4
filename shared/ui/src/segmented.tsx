import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

export type SegmentedProps<Value extends string> = {
  /** Accessible name of the choice. */
  label: string;
  options: ReadonlyArray<{ value: Value; label: ReactNode; disabled?: boolean | undefined }>;
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string | undefined;
};

/** Two to four views of the same thing, as "Gráfico | Tabela". */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cn('inline-flex shrink-0 gap-0.5 rounded-2 bg-active p-0.5', className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex h-6 items-center rounded-1 px-2 text-12 font-medium text-ink-2 has-checked:bg-surface has-checked:text-ink has-checked:inset-ring has-checked:inset-ring-line has-disabled:text-ink-off has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus max-md:h-11 max-md:px-3"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 m-0 size-full appearance-none rounded-1 outline-none"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
