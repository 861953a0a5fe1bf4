import { expect, test } from 'vitest';
import { evaluateGuard, type Guard } from './guard.ts';

const may = ['leads:read', 'leads:write'];

test('no guard lets everybody in', () => {
  expect(evaluateGuard(undefined, [])).toEqual({ allowed: true });
});

test('a missing permission is named', () => {
  expect(evaluateGuard({ permission: 'agents:read' }, may)).toEqual({ allowed: false, missing: ['agents:read'] });
  expect(evaluateGuard({ permission: 'leads:read' }, may)).toEqual({ allowed: true });
});

test('all, any and not combine', () => {
  expect(evaluateGuard({ all: [{ permission: 'leads:read' }, { permission: 'x' }] }, may)).toEqual({
    allowed: false,
    missing: ['x'],
  });
  expect(evaluateGuard({ any: [{ permission: 'x' }, { permission: 'leads:read' }] }, may)).toEqual({ allowed: true });
  expect(evaluateGuard({ any: [] }, may).allowed).toBe(false);
  expect(evaluateGuard({ not: { permission: 'leads:read' } }, may).allowed).toBe(false);
  expect(evaluateGuard({ not: { permission: 'x' } }, may).allowed).toBe(true);
});

test('a predicate of a later version is denied, also deep inside', () => {
  const unknown: Guard = JSON.parse('{"moon":"full"}');
  expect(evaluateGuard(unknown, may).allowed).toBe(false);
  expect(evaluateGuard({ all: [{ permission: 'leads:read' }, unknown] }, may).allowed).toBe(false);
  expect(evaluateGuard({}, may).allowed).toBe(false);
});
