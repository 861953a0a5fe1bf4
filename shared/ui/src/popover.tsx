import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { catcherClass, popupClass } from './menu.tsx';
import { usePortalContainer } from './portal-provider.tsx';

export type PopoverProps = {
  /** The button that opens it (Button, or IconButton with tooltip={false}). */
  trigger: ReactElement;
  /** Accessible name of what opens. */
  label: string;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
};

export function Popover({
  trigger,
  label,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  className,
  children,
}: PopoverProps) {
  const container = usePortalContainer();
  const control = open === undefined ? {} : { open };
  return (
    <Base.Root {...control} modal onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Backdrop className={catcherClass} />
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-50">
          <Base.Popup
            aria-label={label}
            className={cn(
              popupClass,
              'max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto p-3',
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
