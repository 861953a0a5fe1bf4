import type { UnsavedRegistry } from '@piloto/contracts';

/** What would be lost by leaving, by id. While there is something, the browser asks before the page goes away. */
const pending = new Map<string, string>();

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

export const unsaved: UnsavedRegistry & { labels(): string[] } = {
  set(id, label) {
    if (pending.size === 0) addEventListener('beforeunload', ask);
    pending.set(id, label);
  },
  clear(id) {
    pending.delete(id);
    // A page without the listener stays eligible for the back-forward cache.
    if (pending.size === 0) removeEventListener('beforeunload', ask);
  },
  labels: () => [...pending.values()],
};
