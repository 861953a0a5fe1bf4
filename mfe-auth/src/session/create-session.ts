import type { Session, SessionOptions, SessionState } from '@piloto/contracts';
import { createAuthorizedFetch } from './authorized-fetch.ts';
import { parseSessionData } from './parse-session-data.ts';
import { createRefresh, type RefreshOutcome } from './refresh.ts';
import { SIGN_IN, signInAddress } from './return-path.ts';
import { createStateStore } from './state-store.ts';
import { openTabChannel, type TabMessage } from './tab-channel.ts';

/** After this the page says that the session service is unavailable; an answer that comes later still counts. */
const LOAD_PATIENCE = 4_500;
const REQUEST_PATIENCE = 8_000;

/** The session of this tab. `until` ends its listening: the page never does, tests of several tabs do. */
export function createSession(options: SessionOptions, until?: AbortSignal): Session {
  const { apiOrigin, navigate } = options;
  const auth = `${apiOrigin}/api/v1/auth/`;
  const store = createStateStore();
  let generation = 0;
  /** Counts questions to the API: only the newest answer is believed. */
  let asked = 0;
  let loading: Promise<SessionState> | undefined;

  const ask = (path: string, method: string): Promise<Response> =>
    fetch(auth + path, { method, credentials: 'include', signal: AbortSignal.timeout(REQUEST_PATIENCE) });
  const renew = createRefresh({ post: () => ask('refresh', 'POST'), probe: () => ask('session', 'GET') });

  async function refresh(): Promise<RefreshOutcome> {
    const era = store.era();
    const before = generation;
    const outcome = await renew();
    if (era.aborted) return outcome;
    if (outcome.kind === 'renewed' && generation === before) {
      generation += 1;
      tabs.send('refreshed');
    }
    if (outcome.kind === 'ended' && store.current().status === 'signed-in') {
      end();
      tabs.send('changed'); // the others ask for themselves
    }
    return outcome;
  }

  function end(): void {
    forgetQuestions();
    store.set({ status: 'signed-out' });
  }
  function forgetQuestions(): void {
    asked += 1;
    loading = undefined;
  }

  async function answer(): Promise<SessionState> {
    try {
      const early = generation === 0 ? options.takeEarly(`${auth}session`) : undefined;
      let response = (await early?.catch(() => undefined)) ?? (await ask('session', 'GET'));
      if (response.status === 401) {
        const outcome = await refresh();
        if (outcome.kind === 'failed') return { status: 'unavailable', error: outcome.error };
        if (outcome.kind === 'ended') return { status: 'signed-out' };
        response = await ask('session', 'GET');
      }
      if (response.status === 401) return { status: 'signed-out' };
      if (!response.ok) throw new Error(`The session service answered HTTP ${response.status}.`);
      return { status: 'signed-in', data: parseSessionData(await response.json()) };
    } catch (error) {
      return { status: 'unavailable', error };
    }
  }

  async function question(): Promise<SessionState> {
    asked += 1;
    const turn = asked;
    const believe = (state: SessionState): SessionState => {
      if (turn === asked) store.set(state);
      return store.current();
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<SessionState>((resolve) => {
      timer = setTimeout(() => {
        const error = new Error(`The session service did not answer in ${LOAD_PATIENCE / 1000} s.`);
        resolve(believe({ status: 'unavailable', error }));
      }, LOAD_PATIENCE);
    });
    const answered = answer().then((state) => {
      clearTimeout(timer);
      return believe(state);
    });
    return Promise.race([answered, late]);
  }

  function load(): Promise<SessionState> {
    if (loading !== undefined) return loading;
    const mine = question().finally(() => {
      if (loading === mine) loading = undefined;
    });
    loading = mine;
    return mine;
  }
  function reload(): Promise<SessionState> {
    forgetQuestions();
    return load();
  }

  function receive(message: TabMessage): void {
    generation += 1;
    if (message === 'signed-out') end();
    if (message === 'changed') void reload();
  }
  const tabs = openTabChannel(receive, until);

  const listen = until === undefined ? {} : { signal: until };
  addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      // Out of the back/forward cache, perhaps with the screen of somebody who has left: wiped first, asked afterwards.
      if (tabs.missed()) end();
      void reload();
    },
    listen,
  );
  addEventListener('online', () => void (store.current().status === 'unavailable' && reload()), listen);

  const authorizedFetch = createAuthorizedFetch({
    ...options,
    store,
    refresh,
    generation: () => generation,
    reload,
    onSignIn() {
      generation += 1;
      forgetQuestions(); // asked as the visitor
      tabs.send('changed');
    },
  });

  async function logout(): Promise<void> {
    try {
      const response = await authorizedFetch(`${auth}logout`, { method: 'POST' });
      if (!response.ok) throw new Error(`The API answered HTTP ${response.status} to the sign-out.`);
    } catch (error) {
      // Another tab may have been faster; otherwise the session is still open, and the user must know.
      if (store.current().status === 'signed-out') return;
      throw error;
    }
    end();
    tabs.send('signed-out');
  }

  return {
    apiOrigin,
    current: store.current,
    load,
    subscribe: store.subscribe,
    fetch: authorizedFetch,
    redirectToLogin(returnTo = location.pathname + location.search) {
      if (location.pathname !== SIGN_IN) navigate(signInAddress(returnTo));
    },
    logout,
  };
}
