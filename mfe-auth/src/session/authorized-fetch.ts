import type { Session, SessionOptions } from '@piloto/contracts';
import type { RefreshOutcome } from './refresh.ts';
import type { StateStore } from './state-store.ts';

export type AuthorizedFetchParts = SessionOptions & {
  store: StateStore;
  refresh: () => Promise<RefreshOutcome>;
  /** Grows whenever the cookies are new; a 401 to a request that left with older ones is no reason to refresh. */
  generation: () => number;
  /** Asks the API afresh who is signed in. */
  reload: () => Promise<unknown>;
  /** Somebody signed in by a request of this tab. */
  onSignIn: () => void;
};

/** Here 401 speaks of the request's own credentials, and no refresh would help. */
const DOORS = /\/auth\/(?:login|setup|refresh|logout)$/;
const SIGN_IN = /\/auth\/(?:login|setup)$/;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

async function wasRefusedForItsToken(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  try {
    const body: unknown = await response.clone().json();
    return typeof body === 'object' && body !== null && 'code' in body && body.code === 'csrf_invalid';
  } catch {
    return false; // not a problem document: a refusal of another kind, which the caller gets as it is
  }
}

/** Who the API is to believe speaks. Nothing that could identify the user goes to another origin. */
function dress(request: Request, csrf: string | undefined, era: AbortSignal): Request {
  const headers = new Headers(request.headers);
  if (csrf !== undefined && !READS.has(request.method)) headers.set('X-CSRF-Token', csrf);
  // The API words its refusals in the language of the screen, which need not be the browser's.
  if (!headers.has('Accept-Language') && document.documentElement.lang !== '')
    headers.set('Accept-Language', document.documentElement.lang);
  return new Request(request, { headers, credentials: 'include', signal: AbortSignal.any([request.signal, era]) });
}

/** The `fetch` of the session: every request of every remote to the API. */
export function createAuthorizedFetch(parts: AuthorizedFetchParts): Session['fetch'] {
  const { apiOrigin, store, refresh, generation, reload, takeEarly, onSignIn } = parts;

  const csrf = (): string | undefined => {
    const state = store.current();
    return state.status === 'signed-in' ? state.data.csrf_token : undefined;
  };

  async function early(request: Request): Promise<Response | undefined> {
    // The page asked as whoever opened it; after a change of hands that answer is somebody else's.
    if (request.method !== 'GET' || generation() !== 0) return undefined;
    try {
      return await takeEarly(request.url);
    } catch {
      return undefined; // it got lost; reads may be asked again
    }
  }

  return async (input, init) => {
    const request = new Request(typeof input === 'string' && input.startsWith('/') ? apiOrigin + input : input, init);
    const { origin, pathname } = new URL(request.url);
    if (origin !== apiOrigin)
      throw new TypeError(`session.fetch speaks to ${apiOrigin} only, not to ${origin}: use fetch.`);
    const era = store.era();
    let sentWith = { generation: generation(), csrf: csrf() };
    const send = async (): Promise<Response> => {
      sentWith = { generation: generation(), csrf: csrf() };
      const response = await fetch(dress(request.clone(), sentWith.csrf, era));
      era.throwIfAborted();
      return response;
    };

    let response = (await early(request)) ?? (await send());
    era.throwIfAborted();
    request.signal.throwIfAborted();
    if (response.status === 401 && !DOORS.test(pathname)) {
      if (sentWith.generation !== generation()) response = await send();
      if (response.status === 401) {
        const outcome = await refresh();
        if (outcome.kind === 'ended') return response;
        era.throwIfAborted();
        if (outcome.kind === 'failed') {
          if (outcome.response === undefined) throw outcome.error;
          return outcome.response.clone(); // shared by all who waited
        }
        response = await send();
        if (response.status === 401) await reload();
      }
    }
    if (await wasRefusedForItsToken(response)) {
      // Refused before anything was done, so that asking again is safe, if the same user still sits here.
      await reload();
      era.throwIfAborted();
      if (csrf() !== undefined && csrf() !== sentWith.csrf) response = await send();
    }
    if (response.ok && SIGN_IN.test(pathname)) onSignIn();
    return response;
  };
}
