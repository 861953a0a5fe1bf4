import { expect, test } from 'vitest';
import en from './en.json';
import ptBR from './pt-BR.json';

type Texts = { [key: string]: string | Texts };
const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
const slots = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

test('both languages have the same texts, with the same values to fill in', () => {
  const [portuguese, english] = [flat(ptBR), new Map(flat(en))];
  expect([...english.keys()].toSorted()).toEqual(portuguese.map(([key]) => key).toSorted());
  for (const [key, text] of portuguese) expect([key, slots(english.get(key) ?? '')]).toEqual([key, slots(text)]);
});
