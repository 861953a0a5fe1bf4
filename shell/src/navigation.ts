import { useSyncExternalStore } from 'react';

/**
 * Changes the address without loading the page. single-spa, once it runs, tells every router of the page by an artificial
 * popstate; before that (the first moments, or without it) this does.
 */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  const target = new URL(to, location.href);
  if (target.origin !== location.origin) throw new Error(`navigate: ${to} leaves the dashboard; use a link.`);
  const before = location.href;
  if (options.replace === true) history.replaceState(history.state, '', target);
  else history.pushState(null, '', target);
  if (location.href !== before && !singleSpaRuns)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}

let singleSpaRuns = false;
export function singleSpaStarted(): void {
  singleSpaRuns = true;
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener('single-spa:routing-event', listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener('single-spa:routing-event', listener);
  };
}

/** The current path; follows every router of the page. */
export const usePathname = (): string => useSyncExternalStore(subscribe, () => location.pathname);
