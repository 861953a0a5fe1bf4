import { type ComponentType, use } from 'react';

export type Page = ComponentType & { preload(): Promise<void> };

/**
 * A page in a chunk of its own. The supervisor preloads it before mounting: a Suspense fallback would cost 300 ms, because React
 * holds back what follows a committed fallback for that long.
 */
export function lazyPage(load: () => Promise<ComponentType>): Page {
  let Loaded: ComponentType | undefined;
  let loading: Promise<void> | undefined;
  let failure: { error: unknown } | undefined;
  let suspended = false;
  const preload = (): Promise<void> => {
    if (loading !== undefined) return loading;
    failure = undefined;
    const attempt = load().then((component) => {
      // A misspelt export would otherwise be a blank page that nobody hears of.
      if (typeof component !== 'function') throw new Error('The chunk of a page exports no component by that name.');
      Loaded = component;
    });
    loading = attempt;
    attempt.catch((error: unknown) => {
      loading = undefined;
      failure = { error };
    });
    return attempt;
  };
  function LazyPage() {
    // Stays failed until somebody asks for the page anew (a link, a mount): React draws twice before it gives up, and suspending on a
    // fresh promise in the second try would loop for ever, in silence.
    if (failure !== undefined) throw failure.error;
    // Once suspended, always asked again: React wants the same hooks in the render that follows.
    if (Loaded === undefined || suspended) {
      suspended = true;
      use(preload());
    }
    return Loaded === undefined ? null : <Loaded />;
  }
  return Object.assign(LazyPage, { preload });
}
