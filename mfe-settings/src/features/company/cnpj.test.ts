import { expect, test } from 'vitest';
import { isCnpj, maskCnpj, plainCnpj } from './cnpj.ts';

test.each([
  ['', ''],
  ['1', '1'],
  ['12ABC', '12.ABC'],
  ['12abc34501de35', '12.ABC.345/01DE-35'],
  ['11.222.333/0001-81', '11.222.333/0001-81'],
  ['11222333000181999', '11.222.333/0001-81'],
])('%s is shown as %s', (typed, shown) => {
  expect(maskCnpj(typed)).toBe(shown);
});

test.each([
  ['11.222.333/0001-81', true],
  ['12.ABC.345/01DE-35', true], // the example of Receita Federal
  ['12.abc.345/01de-35', true],
  ['12.ABC.345/01DE-36', false],
  ['11.222.333/0001-82', false],
  ['11.222.333/0001', false],
  ['00.000.000/0000-00', false],
  ['12.ABC.345/01DE-3A', false],
])('%s is a CNPJ: %s', (text, valid) => {
  expect(isCnpj(text)).toBe(valid);
});

test('the mask is taken off before it is sent', () => {
  expect(plainCnpj('12.abc.345/01de-35')).toBe('12ABC34501DE35');
});
