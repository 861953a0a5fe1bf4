import { expect, it } from 'vitest';
import en from './en.json';
import ptBR from './pt-BR.json';

type Texts = { [key: string]: string | Texts };
/** Every key with the names of its values, as "signIn.waitSeconds {{seconds}}". */
const shape = (texts: Texts, path = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[`${path}${key}`, ...[...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).toSorted()].join(' ')]
      : shape(text, `${path}${key}.`),
  );

it('says everything in both languages, with the same values', () => {
  expect(shape(en).toSorted()).toEqual(shape(ptBR).toSorted());
});
