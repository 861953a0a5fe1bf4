import { expect, test } from 'vitest';
import en from './en.json';
import ptBR from './pt-BR.json';

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [path];

test('both languages say the same things', () => {
  expect(keysOf(en).toSorted()).toEqual(keysOf(ptBR).toSorted());
});
