import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import { usePortalContainer } from './portal-provider.tsx';

export type TooltipProps = {
  content: ReactNode;
  shortcut?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** The element it explains; it must take focus and have its own accessible name. */
  children: ReactElement;
};

export function Tooltip({ content, shortcut, side = 'bottom', children }: TooltipProps) {
  const container = usePortalContainer();
  return (
    <Base.Provider delay={400}>
      <Base.Root>
        <Base.Trigger render={children} />
        <Base.Portal container={container}>
          <Base.Positioner side={side} sideOffset={6} className="z-50">
            <Base.Popup className="flex max-w-dialog items-center gap-2 rounded-2 bg-overlay px-2 py-1 text-12 text-ink shadow-menu transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
              {content}
              {shortcut && <Kbd>{shortcut}</Kbd>}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Base.Provider>
  );
}
