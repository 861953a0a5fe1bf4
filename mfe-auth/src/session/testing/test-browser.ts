import type { Session, SessionData, SessionOptions } from '@piloto/contracts';
import { sessionData } from '@piloto/testing';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createSession } from '../../session.ts';
import { API, FakeAuthApi } from './fake-auth-api.ts';

export const LEADS = '/api/v1/public/leads';
export const REFRESH = '/api/v1/auth/refresh';
export const SESSION = '/api/v1/auth/session';
export const LOGIN = '/api/v1/auth/login';

export const bruno: SessionData = sessionData({
  user: { id: 'bruno', name: 'Bruno', email: 'bruno@exemplo.com.br', locale: 'pt-BR' },
  csrf_token: 'csrf-de-bruno',
});

/** One browser for each test: an API behind one cookie jar, and as many tabs as the test opens. */
export class TestBrowser {
  api = new FakeAuthApi();
  visited: string[] = [];
  #closed = new AbortController();

  openTab(override: Partial<SessionOptions> = {}): Session {
    const navigate = (to: string): void => void this.visited.push(to);
    return createSession({ apiOrigin: API, takeEarly: () => undefined, navigate, ...override }, this.#closed.signal);
  }
  async signedInTab(override: Partial<SessionOptions> = {}): Promise<Session> {
    const session = this.openTab(override);
    await session.load();
    expect(session.current().status).toBe('signed-in');
    return session;
  }
  close(): void {
    this.#closed.abort();
  }
}

/** Opens a browser before each test of the file and closes it afterwards; read it inside tests only. */
export function useTestBrowser(): { current: TestBrowser } {
  const holder = { current: new TestBrowser() };
  beforeEach(() => {
    holder.current = new TestBrowser();
    history.replaceState(null, '', '/leads?stage=new');
    vi.stubGlobal('fetch', holder.current.api.fetch);
  });
  afterEach(() => {
    holder.current.close();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return holder;
}

/** The user's name, or the status where there is none. */
export function whoIs(session: Session): string {
  const state = session.current();
  return state.status === 'signed-in' ? state.data.user.name : state.status;
}

/** Web Locks as far as the session uses them: exclusive, first come first served. */
export function fakeLocks() {
  let tail: Promise<unknown> = Promise.resolve();
  let held = 0;
  type Options = { ifAvailable?: boolean; signal?: AbortSignal };
  return {
    async request(name: string, { ifAvailable, signal }: Options, task: (lock: object | null) => unknown) {
      if (ifAvailable === true && held > 0) return task(null);
      signal?.throwIfAborted();
      held += 1;
      const mine = tail.then(() => task({ name }));
      tail = mine.finally(() => {
        held -= 1;
      });
      return mine;
    },
  };
}
