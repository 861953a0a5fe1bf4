import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useCallback } from 'react';
import { cn } from './cn.ts';
import { useFieldControl } from './field.tsx';
import { Icon } from './icon.tsx';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'children'> & {
  label: ReactNode;
  /** Keeps the label for screen readers only, as in a table row. */
  hideLabel?: boolean | undefined;
  description?: ReactNode;
  /** Some, not all. */
  indeterminate?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
};

/** A native checkbox, so that form libraries can register it. 24 px target, 44 px on phones. */
export function Checkbox({
  label,
  hideLabel = false,
  description,
  indeterminate = false,
  onCheckedChange,
  onChange,
  className,
  ref,
  ...rest
}: CheckboxProps) {
  const wiring = useFieldControl(rest);
  const setElement = useCallback(
    (element: HTMLInputElement | null) => {
      // HTML has no attribute for the third state.
      if (element) element.indeterminate = indeterminate;
      if (typeof ref === 'function') return ref(element);
      if (ref) ref.current = element;
    },
    [indeterminate, ref],
  );
  return (
    <label
      className={cn(
        'relative inline-flex min-w-0 items-start gap-2 align-middle',
        rest.disabled && 'text-ink-off',
        className,
      )}
    >
      <span className="relative -mx-1 -my-0.5 inline-flex size-6 shrink-0 items-center justify-center">
        <input
          {...rest}
          {...wiring}
          ref={setElement}
          type="checkbox"
          onChange={(event) => {
            onChange?.(event);
            onCheckedChange?.(event.currentTarget.checked);
          }}
          className="peer absolute inset-0 m-0 size-full appearance-none rounded-1 max-md:-inset-2.5 max-md:size-11"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none flex size-4 items-center justify-center rounded-1 border border-line-control bg-surface text-on-accent peer-checked:border-accent peer-checked:bg-accent peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-disabled:border-line-strong peer-disabled:bg-active peer-aria-invalid:border-red peer-[:not(:checked,:indeterminate)]:[&>svg]:hidden"
        >
          <Icon icon={indeterminate ? Minus : Check} size={12} className="stroke-3" />
        </span>
      </span>
      <span className={cn('flex min-w-0 flex-col', hideLabel && 'sr-only')}>
        <span>{label}</span>
        {description !== undefined && <span className="text-12 text-ink-3">{description}</span>}
      </span>
    </label>
  );
}
