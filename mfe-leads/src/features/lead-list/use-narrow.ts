import { useSyncExternalStore } from 'react';

const query = (): MediaQueryList => matchMedia('(max-width: 767px)');

function subscribe(listener: () => void): () => void {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the screen is a phone's: rows have three lines there, so their height differs. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
