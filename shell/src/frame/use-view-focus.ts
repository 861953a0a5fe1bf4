import type { EventBus } from '@piloto/contracts';
import { useEffect, useRef } from 'react';
import type { Place } from '../registry/supervise.ts';

/**
 * When another remote takes the page, its heading takes the focus and is said once, so that a keyboard or a screen reader starts at the
 * new content. The first view keeps the browser's own focus.
 */
export function useViewFocus(events: EventBus, remote: string | undefined, place: Place | undefined): void {
  const shown = useRef<string | undefined>(undefined);
  const status = place?.status;
  useEffect(() => {
    if (remote === undefined || status !== 'shown') return;
    const before = shown.current;
    shown.current = remote;
    if (before === undefined || before === remote) return;
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    events.emit('announce', { text: heading.textContent });
  }, [events, remote, status]);
}
