/** `ended`: the API no longer knows this session. `failed`: it could not be asked, which ends nothing. */
export type RefreshOutcome =
  | { kind: 'renewed' }
  | { kind: 'ended' }
  | { kind: 'failed'; error: unknown; response?: Response };

const LOCK = 'piloto.session.refresh';
const LOCK_PATIENCE = 5_000;
/** A refresh that got lost on its way back is safe to repeat: the API answers with the same successor. */
const PAUSES = [250, 1_000];

/** One tab at a time where the browser can arrange it. Only an optimisation: after 5 s, or without locks, it goes on alone. */
async function inTurn<T>(task: (waited: boolean) => Promise<T>): Promise<T> {
  const locks: LockManager | null | undefined = navigator.locks; // missing in a page of an insecure origin
  if (!locks) return task(false);
  let begun: Promise<T> | undefined;
  const begin = (waited: boolean): Promise<T> => {
    begun ??= task(waited);
    return begun;
  };
  try {
    await locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? undefined : begin(false)));
    if (begun === undefined)
      await locks.request(LOCK, { signal: AbortSignal.timeout(LOCK_PATIENCE) }, () => begin(true));
  } catch {
    // Another tab holds it for too long, or the browser refuses. A failure of the task itself comes out of `begin` below.
  }
  return begin(true);
}

export type RefreshOptions = {
  /** `POST auth/refresh`. */
  post: () => Promise<Response>;
  /** `GET auth/session`: whether another tab has renewed the cookies meanwhile. */
  probe: () => Promise<Response>;
};

async function renew({ post, probe }: RefreshOptions, waited: boolean): Promise<RefreshOutcome> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (waited && (await probe()).ok) return { kind: 'renewed' };
      const response = await post();
      if (response.ok) return { kind: 'renewed' };
      if (response.status === 401) return { kind: 'ended' };
      const error = new Error(`The session could not be renewed: the API answered HTTP ${response.status}.`);
      return { kind: 'failed', error, response };
    } catch (error) {
      const pause = PAUSES[attempt];
      const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
      if (pause === undefined || isTimeout) return { kind: 'failed', error };
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** At most one refresh of this tab is under way; whoever asks meanwhile shares it. Never rejects. */
export function createRefresh(options: RefreshOptions): () => Promise<RefreshOutcome> {
  let running: Promise<RefreshOutcome> | undefined;
  return () => {
    running ??= inTurn((waited) => renew(options, waited)).finally(() => {
      running = undefined;
    });
    return running;
  };
}
