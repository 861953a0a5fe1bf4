import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { useFieldControl } from './field.tsx';

export type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'role' | 'children'> & {
  label: ReactNode;
  hideLabel?: boolean | undefined;
  description?: ReactNode;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
};

/** For what takes effect at once; a choice that waits for "Salvar" is a Checkbox. */
export function Switch({
  label,
  hideLabel = false,
  description,
  onCheckedChange,
  onChange,
  className,
  ...rest
}: SwitchProps) {
  const wiring = useFieldControl(rest);
  return (
    <label
      className={cn(
        'relative inline-flex min-w-0 items-start gap-2 align-middle',
        rest.disabled && 'text-ink-off',
        className,
      )}
    >
      <span className="relative -my-0.5 inline-flex h-6 w-7 shrink-0 items-center">
        <input
          {...rest}
          {...wiring}
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox has its state already
          role="switch"
          onChange={(event) => {
            onChange?.(event);
            onCheckedChange?.(event.currentTarget.checked);
          }}
          className="peer absolute inset-0 m-0 size-full appearance-none rounded-full max-md:-inset-x-2 max-md:-inset-y-2.5 max-md:h-11 max-md:w-11"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none flex h-4 w-7 rounded-full bg-line-control p-0.5 peer-checked:bg-accent peer-disabled:opacity-50 peer-checked:[&>span]:translate-x-3"
        >
          <span className="size-3 rounded-full bg-on-accent transition-transform" />
        </span>
      </span>
      <span className={cn('flex min-w-0 flex-col', hideLabel && 'sr-only')}>
        <span>{label}</span>
        {description !== undefined && <span className="text-12 text-ink-3">{description}</span>}
      </span>
    </label>
  );
}
