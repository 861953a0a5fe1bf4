import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';
import { useField } from './field.tsx';

export type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean | undefined;
};

export type RadioGroupProps<Value extends string> = {
  options: ReadonlyArray<RadioOption<Value>>;
  value: Value | null;
  onValueChange: (value: Value) => void;
  /** Needed outside a Field, which otherwise names it. */
  'aria-label'?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

export function RadioGroup<Value extends string>({
  options,
  value,
  onValueChange,
  name,
  disabled = false,
  className,
  ...own
}: RadioGroupProps<Value>) {
  const field = useField();
  const ownName = useId();
  return (
    <div
      role="radiogroup"
      aria-label={own['aria-label']}
      aria-labelledby={own['aria-label'] === undefined ? field?.labelId : undefined}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid || undefined}
      aria-required={field?.required || undefined}
      className={cn('flex flex-col gap-2', className)}
    >
      {options.map((option) => {
        const isDisabled = disabled || option.disabled === true;
        return (
          <label key={option.value} className={cn('flex min-w-0 items-start gap-2', isDisabled && 'text-ink-off')}>
            <span className="relative -mx-1 -my-0.5 inline-flex size-6 shrink-0 items-center justify-center">
              <input
                type="radio"
                name={name ?? ownName}
                value={option.value}
                checked={option.value === value}
                disabled={isDisabled}
                onChange={() => onValueChange(option.value)}
                className="peer absolute inset-0 m-0 size-full appearance-none rounded-full max-md:-inset-2.5 max-md:size-11"
              />
              <span
                aria-hidden="true"
                className="pointer-events-none size-4 rounded-full border border-line-control bg-surface peer-checked:border-5 peer-checked:border-accent peer-disabled:border-line-strong peer-disabled:bg-active"
              />
            </span>
            <span className="flex min-w-0 flex-col">
              <span>{option.label}</span>
              {option.description !== undefined && <span className="text-12 text-ink-3">{option.description}</span>}
            </span>
          </label>
        );
      })}
    </div>
  );
}
