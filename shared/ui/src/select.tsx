import { CSPProvider } from '@base-ui/react/csp-provider';
import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { cn } from './cn.ts';
import { type ControlSize, useControlSize } from './control-size.tsx';
import { useField, useFieldControl } from './field.tsx';
import { Icon } from './icon.tsx';
import { controlVariants } from './input.tsx';
import { catcherClass, popupClass, popupItemClass } from './menu.tsx';
import { usePortalContainer } from './portal-provider.tsx';

export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  icon?: LucideIcon | undefined;
  /** Drawn before the label where an icon is not enough: an avatar, a stage ring. */
  start?: ReactNode;
  disabled?: boolean | undefined;
};

export type SelectProps<Value extends string> = {
  options: ReadonlyArray<SelectOption<Value>>;
  /** null while nothing is chosen. */
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string | undefined;
  /** Needed outside a Field, which otherwise names it. */
  'aria-label'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  id?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  size?: ControlSize | undefined;
  onBlur?: (() => void) | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  className?: string | undefined;
};

export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder,
  name,
  disabled = false,
  size,
  onBlur,
  ref,
  className,
  ...own
}: SelectProps<Value>) {
  const container = usePortalContainer();
  const actualSize = useControlSize(size);
  const field = useField();
  const wiring = useFieldControl(own);
  const chosen = options.find((option) => option.value === value);
  return (
    // The popup would write a <style> element, which a strict Content Security Policy refuses.
    <CSPProvider disableStyleElements>
      <Base.Root
        items={options}
        value={value}
        disabled={disabled}
        {...(name === undefined ? {} : { name })}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
      >
        <Base.Trigger
          {...wiring}
          ref={ref}
          onBlur={onBlur}
          aria-label={own['aria-label']}
          aria-labelledby={own['aria-label'] === undefined ? field?.labelId : undefined}
          className={cn(
            controlVariants({ size: actualSize }),
            'flex cursor-default items-center gap-2 text-left data-disabled:border-line-strong data-disabled:bg-active data-disabled:text-ink-off',
            className,
          )}
        >
          {chosen?.start}
          {chosen?.icon && <Icon icon={chosen.icon} className="text-ink-3" />}
          <span className={cn('min-w-0 flex-1 truncate', !chosen && 'text-ink-3')}>{chosen?.label ?? placeholder}</span>
          <Icon icon={ChevronDown} className="text-ink-3" />
        </Base.Trigger>
        <Base.Portal container={container}>
          <Base.Backdrop className={catcherClass} />
          <Base.Positioner alignItemWithTrigger={false} sideOffset={4} className="z-50">
            <Base.Popup
              className={cn(
                popupClass,
                'max-h-(--available-height) max-w-(--available-width) min-w-(--anchor-width) overflow-y-auto',
              )}
            >
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  className={popupItemClass}
                >
                  {option.start}
                  {option.icon && <Icon icon={option.icon} className="text-ink-3" />}
                  <Base.ItemText className="min-w-0 truncate">{option.label}</Base.ItemText>
                  <Base.ItemIndicator className="ml-auto pl-4 text-accent-ink">
                    <Icon icon={Check} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </CSPProvider>
  );
}
