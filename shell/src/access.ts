import { evaluateGuard, type SessionState } from '@piloto/contracts';
import type { OwnedRoute } from './registry/release.ts';

/** What the shell does with an address, decided before a byte of its remote is asked for. */
export type Access =
  | { kind: 'allowed'; route: OwnedRoute }
  | { kind: 'not-found' }
  | { kind: 'sign-in' }
  /** The session could not be asked: never shown as a missing permission. */
  | { kind: 'unavailable'; error: unknown }
  | { kind: 'denied'; route: OwnedRoute; missing: string[] };

export function decideAccess(route: OwnedRoute | undefined, session: SessionState): Access {
  if (route?.frame === 'plain') return { kind: 'allowed', route };
  if (session.status === 'unavailable') return { kind: 'unavailable', error: session.error };
  if (session.status === 'signed-out') return { kind: 'sign-in' };
  if (route === undefined) return { kind: 'not-found' };
  const result = evaluateGuard(route.guard, session.data.permissions);
  return result.allowed ? { kind: 'allowed', route } : { kind: 'denied', route, missing: result.missing };
}
