import type { SessionState } from '@piloto/contracts';

export type StateStore = {
  current(): SessionState;
  set(next: SessionState): void;
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Of the present user; aborted when that user leaves or another one comes, so that no late answer reaches the next one. */
  era(): AbortSignal;
};

const ownerOf = (state: SessionState): string | undefined =>
  state.status === 'signed-in' ? `${state.data.user.id} ${state.data.organization.id}` : undefined;

const isSame = (a: SessionState, b: SessionState): boolean =>
  a.status !== 'unavailable' && JSON.stringify(a) === JSON.stringify(b);

export function createStateStore(): StateStore {
  let state: SessionState = { status: 'unavailable', error: new Error('The session has not been asked for yet.') };
  let era = new AbortController();
  const listeners = new Set<(state: SessionState) => void>();

  function set(next: SessionState): void {
    // What is on the screen stays there while the session service cannot be asked: the API refuses what it must.
    if (next.status === 'unavailable' && state.status === 'signed-in') return;
    if (isSame(state, next)) return;
    const before = ownerOf(state);
    state = next;
    if (before !== undefined && before !== ownerOf(next)) {
      const ended = era;
      era = new AbortController();
      ended.abort(new DOMException('The session ended before the answer came.', 'AbortError'));
    }
    for (const listener of listeners) {
      try {
        listener(next);
      } catch (error) {
        // One listener's defect must not keep the next one from wiping what the former user saw.
        setTimeout(() => {
          throw error;
        });
      }
    }
  }

  return {
    current: () => state,
    set,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    era: () => era.signal,
  };
}
