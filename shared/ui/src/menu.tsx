import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { usePortalContainer } from './portal-provider.tsx';

export const popupClass =
  'rounded-3 bg-overlay p-1 text-13 text-ink shadow-menu outline-none transition-opacity duration-(--ds-base) data-ending-style:opacity-0 data-starting-style:opacity-0';

export const popupItemClass =
  'flex min-h-7 cursor-default items-center gap-2 rounded-1 px-2 whitespace-nowrap no-underline outline-none select-none max-md:min-h-11 data-highlighted:bg-active data-disabled:text-ink-off';

/** Unseen, under an open popup: the page behind is out of reach for pointer, keyboard and screen reader alike. */
export const catcherClass = 'fixed inset-0 z-50';

export type MenuProps = {
  /** The button that opens it (Button, or IconButton with tooltip={false}). */
  trigger: ReactElement;
  align?: 'start' | 'end' | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
};

export function Menu({
  trigger,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  className,
  children,
}: MenuProps) {
  const container = usePortalContainer();
  const control = open === undefined ? {} : { open };
  return (
    <Base.Root {...control} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Backdrop className={catcherClass} />
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-50">
          <Base.Popup
            className={cn(
              popupClass,
              'max-h-(--available-height) max-w-(--available-width) min-w-50 overflow-y-auto',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export type MenuItemProps = {
  children: ReactNode;
  icon?: LucideIcon | undefined;
  onSelect?: (() => void) | undefined;
  disabled?: boolean | undefined;
  /** Destructive; comes last, after a separator. */
  danger?: boolean | undefined;
  /** Shows a tick at the right. */
  checked?: boolean | undefined;
  shortcut?: string | undefined;
  /** At the right: a state or a count. */
  end?: ReactNode;
  /** Replaces the element, for a router link: render={<Link to="…" />}. */
  render?: ReactElement | undefined;
};

export function MenuItem({
  children,
  icon,
  onSelect,
  disabled = false,
  danger = false,
  checked,
  shortcut,
  end,
  render,
}: MenuItemProps) {
  const inside = (
    <>
      {icon && <Icon icon={icon} className={danger ? 'text-red-ink' : 'text-ink-3'} />}
      <span className="min-w-0 truncate">{children}</span>
      <span className="ml-auto flex items-center gap-2 pl-4 text-ink-3 empty:hidden">
        {end}
        {checked && <Icon icon={Check} className="text-accent-ink" />}
        {shortcut && <Kbd>{shortcut}</Kbd>}
      </span>
    </>
  );
  const className = cn(popupItemClass, danger && 'text-red-ink');
  if (render)
    return (
      <Base.LinkItem render={render} className={className} closeOnClick onClick={() => onSelect?.()}>
        {inside}
      </Base.LinkItem>
    );
  if (checked !== undefined) {
    // A checkbox item, so that a screen reader hears the tick too.
    return (
      <Base.CheckboxItem
        checked={checked}
        closeOnClick
        disabled={disabled}
        onCheckedChange={() => onSelect?.()}
        className={className}
      >
        {inside}
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item disabled={disabled} onClick={() => onSelect?.()} className={className}>
      {inside}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}

/** A named group of items. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-11 font-medium text-ink-3">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}
