import { sessionData } from '@piloto/testing';
import type { SessionData } from '@piloto/contracts';

export const API = 'http://api.test';
export type Seen = { method: string; path: string; headers: Headers; body: string };

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refusal = (status: number, code: string): Response => json(status, { status, code, title: code });

/**
 * The API as far as the session needs it: cookies as the browser's jar would hold them (shared by all tabs), tokens that expire,
 * a CSRF token bound to the session. Put in the place of `fetch`, the border of the code under test.
 */
export class FakeAuthApi {
  /** Who the session cookie stands for; undefined = no valid session. */
  user: SessionData | undefined = sessionData();
  /** Whether the access token in the jar is still good. */
  fresh = true;
  refreshes = 0;
  seen: Seen[] = [];
  /** Answers instead of the API when it returns something; may throw, as a network does. */
  intercept: (seen: Seen) => Promise<Response | undefined> | Response | undefined = () => undefined;

  count(path: string): number {
    return this.seen.filter((request) => request.path === path).length;
  }
  expire(): void {
    this.fresh = false;
  }

  fetch = async (input: string | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { origin, pathname } = new URL(request.url);
    if (origin !== API) throw new TypeError(`The fake API is not at ${origin}.`);
    const seen = {
      method: request.method,
      path: pathname,
      headers: request.headers,
      body: request.method === 'GET' ? '' : await request.text(),
    };
    this.seen.push(seen);
    await Promise.resolve();
    return (await this.intercept(seen)) ?? this.answer(seen);
  };

  answer({ method, path, headers }: Seen): Response {
    if (path.endsWith('/auth/refresh')) return this.refresh();
    if (path.endsWith('/auth/login')) return this.fresh ? json(200, this.user) : refusal(401, 'wrong_credentials');
    const token = headers.get('x-csrf-token');
    if (method !== 'GET' && this.user !== undefined && token !== this.user.csrf_token)
      return refusal(403, 'csrf_invalid');
    if (path.endsWith('/auth/logout')) {
      this.user = undefined;
      return new Response(null, { status: 204 });
    }
    if (this.user === undefined || !this.fresh) return refusal(401, 'not_signed_in');
    return json(200, path.endsWith('/auth/session') ? this.user : { of: this.user.user.name });
  }

  refresh(): Response {
    this.refreshes += 1;
    if (this.user === undefined) return refusal(401, 'not_signed_in');
    this.fresh = true;
    return new Response(null, { status: 204 });
  }
}
