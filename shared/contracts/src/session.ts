import { z } from 'zod';

/** The answer of `GET /api/v1/auth/session`. `expires_at` is the end of the access token, ISO 8601. */
export const sessionDataSchema = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    locale: z.enum(['pt-BR', 'en']),
    theme: z.enum(['light', 'dark', 'system']).optional(),
  }),
  organization: z.object({ id: z.string(), name: z.string() }),
  role: z.enum(['owner', 'admin', 'manager', 'seller', 'viewer']),
  permissions: z.array(z.string()),
  csrf_token: z.string(),
  expires_at: z.string(),
});
export type SessionData = z.infer<typeof sessionDataSchema>;

export type SessionState =
  | { status: 'signed-in'; data: SessionData }
  | { status: 'signed-out' }
  /** The session service could not be asked: never to be shown as "no permission". */
  | { status: 'unavailable'; error: unknown };

/**
 * The session, implemented by one plain ESM file of mfe-auth (`provides.session`). Every request of every remote to the API goes
 * through `fetch`: credentials, CSRF header on mutations, one silent refresh on 401. No token is readable from JavaScript.
 */
export type Session = {
  /** Origin of the API, absolute: `http://localhost:4101`, or the page's own. */
  readonly apiOrigin: string;
  /** The last known state; "unavailable" before `load` has ended for the first time. */
  current(): SessionState;
  /** Asks the API (or takes the page's early read); concurrent calls share one request. */
  load(): Promise<SessionState>;
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Like `fetch`; a path that starts with "/" is below the API's origin. Never retries a mutation that may have arrived. */
  fetch(input: string | Request, init?: RequestInit): Promise<Response>;
  /** Goes to the sign-in page and comes back to `returnTo` (a path of this dashboard). */
  redirectToLogin(returnTo?: string): void;
  /** Ends the session at the API, then in every tab. */
  logout(): Promise<void>;
};

/** What the shell gives to `createSession`, the one export of the session file. */
export type SessionOptions = {
  apiOrigin: string;
  /** A response that the page asked for before any module ran, handed out once. */
  takeEarly(url: string): Promise<Response> | undefined;
  navigate(to: string): void;
};
export type SessionModule = { createSession(options: SessionOptions): Session };
