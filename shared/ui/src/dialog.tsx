import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { cn } from './cn.ts';
import { ControlSizeProvider } from './control-size.tsx';
import { IconButton } from './icon-button.tsx';
import { usePortalContainer } from './portal-provider.tsx';

export const scrimClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-(--ds-slow) data-ending-style:opacity-0 data-starting-style:opacity-0';

export const dialogClass =
  'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col overflow-hidden rounded-4 bg-overlay text-13 text-ink shadow-dialog transition-[opacity,scale] duration-(--ds-slow) data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The verb phrase of what it does. */
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** md = 400 px, lg = 560 px (with a table). */
  size?: 'md' | 'lg' | undefined;
  /** Buttons, the primary last. */
  footer?: ReactNode;
  /** Makes the dialog a form: a submit button in the footer and Enter both call it. */
  onSubmit?: ((event: FormEvent<HTMLFormElement>) => void) | undefined;
  /** What takes focus first; otherwise the first field or button. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children?: ReactNode;
};

/** Esc and X close it, and focus returns to what had it before. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  size = 'md',
  footer,
  onSubmit,
  initialFocus,
  children,
}: DialogProps) {
  const container = usePortalContainer();
  const inside = (
    <>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
        <Base.Title className="pr-8 text-16 font-semibold wrap-anywhere">{title}</Base.Title>
        {description !== undefined && <Base.Description className="-mt-2 text-ink-2">{description}</Base.Description>}
        {children}
      </div>
      {footer !== undefined && (
        <div className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>
      )}
      {/* Last in the document, so that focus starts on the first field or button and not on the way out. */}
      <Base.Close
        render={
          <IconButton
            icon={X}
            label={closeLabel}
            size="sm"
            tooltip={false}
            className="absolute top-3.5 right-3 max-md:top-1.5 max-md:right-1.5"
          />
        }
      />
    </>
  );
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal container={container}>
        <Base.Backdrop className={scrimClass} />
        <Base.Popup
          initialFocus={initialFocus ?? true}
          className={cn(dialogClass, size === 'lg' ? 'max-w-dialog-wide' : 'max-w-dialog')}
        >
          <ControlSizeProvider size="md">
            {onSubmit ? (
              <form noValidate onSubmit={onSubmit} className="flex min-h-0 flex-col">
                {inside}
              </form>
            ) : (
              inside
            )}
          </ControlSizeProvider>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
