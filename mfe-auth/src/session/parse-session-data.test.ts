import { HOME_PATH, RETURN_TO, returnToSchema, SETUP_PATH, SIGN_IN_PATH, sessionDataSchema } from '@piloto/contracts';
import { sessionData } from '@piloto/testing';
import { describe, expect, it } from 'vitest';
import { parseSessionData } from './parse-session-data.ts';
import { HOME, isReturnPath, RETURN_PARAMETER, returnPathOf, SETUP, SIGN_IN, signInAddress } from './return-path.ts';

/** `value` with one leaf after another taken away or made wrong. */
function* broken(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const wrong of [undefined, null, 7, 'x', {}, [1]])
      yield Array.isArray(value) ? value.toSpliced(Number(key), 1, wrong) : { ...value, [key]: wrong };
    for (const deeper of broken(inner))
      yield Array.isArray(value) ? value.toSpliced(Number(key), 1, deeper) : { ...value, [key]: deeper };
  }
}
const accepts = (value: unknown): boolean => {
  try {
    parseSessionData(value);
    return true;
  } catch {
    return false;
  }
};

describe('parseSessionData', () => {
  it('accepts and refuses exactly what the contract does', () => {
    const { user } = sessionData();
    const cases = [
      undefined,
      null,
      '',
      [],
      sessionData(),
      sessionData({ user: { ...user, theme: 'dark' } }),
      ...broken(sessionData({ user: { ...user, theme: 'dark' }, permissions: ['leads:read'] })),
    ];
    expect(cases.length).toBeGreaterThan(60);
    for (const value of cases)
      expect([value, accepts(value)]).toEqual([value, sessionDataSchema.safeParse(value).success]);
  });
});

describe('return path', () => {
  it('has the words of the contract', () => {
    expect([SIGN_IN, SETUP, HOME, RETURN_PARAMETER]).toEqual([SIGN_IN_PATH, SETUP_PATH, HOME_PATH, RETURN_TO]);
  });

  it.each([
    '/',
    '/leads',
    '/leads?a=1#b',
    '//x',
    '/\\x',
    'leads',
    '',
    '/a b',
    '/entrar',
    '/entrar?x',
    '/entrarx',
    '/criar-conta/x',
    'https://x',
    'javascript:1',
    '/a\\b',
  ])('judges %s as the contract does', (value) => {
    expect(isReturnPath(value)).toBe(returnToSchema.safeParse(value).success);
  });

  it.each(['/leads/7?tab=notas&q=a b'.replace(' ', '%20'), '/configuracoes/perfil#senha'])(
    'survives the way there and back: %s',
    (path) => {
      expect(returnPathOf(new URL(signInAddress(path), 'http://x').search)).toBe(path);
    },
  );

  it.each(['', '?voltar=https://evil.example', '?voltar=//evil.example', '?voltar=/entrar'])(
    'leads home when the address asks for %s',
    (search) => {
      expect(returnPathOf(search)).toBe(HOME);
    },
  );
});
