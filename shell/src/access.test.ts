import { sessionData } from '@piloto/testing';
import { expect, test } from 'vitest';
import { decideAccess } from './access.ts';

const route = {
  path: '/leads',
  remote: 'mfe-leads',
  title: { 'pt-BR': 'Leads', en: 'Leads' },
  guard: { permission: 'leads:read' },
};
const signedIn = { status: 'signed-in', data: sessionData() } as const;

test('a signed-in user with the permission is let in', () => {
  expect(decideAccess(route, signedIn)).toEqual({ kind: 'allowed', route });
});

test('without the permission the screen says which one is missing', () => {
  expect(decideAccess(route, { status: 'signed-in', data: sessionData({ permissions: [] }) })).toEqual({
    kind: 'denied',
    route,
    missing: ['leads:read'],
  });
});

test('a session that cannot be asked is never shown as a missing permission', () => {
  expect(decideAccess(route, { status: 'unavailable', error: new Error('down') }).kind).toBe('unavailable');
});

test('signed out: every address asks to sign in, so that nobody learns which ones exist; plain pages stay open', () => {
  expect(decideAccess(route, { status: 'signed-out' })).toEqual({ kind: 'sign-in' });
  expect(decideAccess(undefined, { status: 'signed-out' })).toEqual({ kind: 'sign-in' });
  const plain = { ...route, frame: 'plain' } as const;
  expect(decideAccess(plain, { status: 'signed-out' })).toEqual({ kind: 'allowed', route: plain });
});

test('an address that nobody owns is not found', () => {
  expect(decideAccess(undefined, signedIn)).toEqual({ kind: 'not-found' });
});
