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
    loading ??= load().then((component) => {
      // A misspelt export would otherwise be a blank page that nobody hears of.
      if (typeof component !== 'function') throw new Error('The chunk of a page exports no component by that name.');
      Loaded = component;
      failure = undefined;
    });
    loading.catch((error: unknown) => {
      loading = undefined;
      failure = { error };
    });
    return loading;
  };
  function LazyPage() {
    // Suspending again on a fresh promise after a failure would loop for ever, in silence: the error boundary gets it.
    if (failure !== undefined) {
      const { error } = failure;
      failure = undefined;
      throw error;
    }
    // Once suspended, always asked again: React wants the same hooks in the render that follows.
    if (Loaded === undefined || suspended) {
      suspended = true;
      use(preload());
    }
    return Loaded === undefined ? null : <Loaded />;
  }
  return Object.assign(LazyPage, { preload });
}
