import type { Session, SessionData, SessionState } from '@piloto/contracts';
import { TEST_API_ORIGIN } from './openapi-handlers.ts';

/** A signed-in owner; override what matters to the test. */
export function sessionData(override: Partial<SessionData> = {}): SessionData {
  return {
    user: {
      id: '01980000-0000-7000-8000-000000000001',
      name: 'Ana Souza',
      email: 'ana@exemplo.com.br',
      locale: 'pt-BR',
    },
    organization: { id: '01980000-0000-7000-8000-0000000000aa', name: 'Vértice Solar' },
    role: 'owner',
    permissions: ALL_PERMISSIONS,
    csrf_token: 'csrf-de-teste',
    expires_at: '2026-11-24T15:00:00Z',
    ...override,
  };
}

const ALL_PERMISSIONS = [
  'agents:read',
  'agents:write',
  'imports:write',
  'knowledge:read',
  'knowledge:write',
  'leads:read',
  'leads:write',
  'members:read',
  'organization:read',
  'organization:write',
  'releases:read',
];

export type FakeSession = Session & { set(state: SessionState): void; visited: string[] };

/** The session contract over plain `fetch`, for components under test; the real one has tests of its own in mfe-auth. */
export function fakeSession(state: SessionState = { status: 'signed-in', data: sessionData() }): FakeSession {
  let current = state;
  const listeners = new Set<(state: SessionState) => void>();
  const set = (next: SessionState): void => {
    current = next;
    for (const listener of listeners) listener(next);
  };
  const visited: string[] = [];
  return {
    apiOrigin: TEST_API_ORIGIN,
    current: () => current,
    load: async () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: (input, init) =>
      fetch(typeof input === 'string' && input.startsWith('/') ? TEST_API_ORIGIN + input : input, init),
    redirectToLogin: (returnTo) => void visited.push(`login ${returnTo ?? ''}`),
    logout: async () => set({ status: 'signed-out' }),
    set,
    visited,
  };
}
