import { expect, test } from 'vitest';
import { amountText, parseAmount } from './amount.ts';
import { maskDocument, plainDocument } from './document.ts';
import { maskPhone } from './phone.ts';

test.each([
  ['+5511987654321', '(11) 98765-4321'],
  ['+551133221187', '(11) 3322-1187'],
  ['11987654321', '(11) 98765-4321'],
  ['11', '11'],
  ['119', '(11) 9'],
  ['11 98765', '(11) 9876-5'],
  ['+13055550142', '+13055550142'],
  ['+55', '+55'],
])('the phone %s is shown as %s', (given, shown) => expect(maskPhone(given)).toBe(shown));

test.each([
  ['39053344705', '390.533.447-05'],
  ['12abc34501de35', '12.ABC.345/01DE-35'],
  ['33104887000194', '33.104.887/0001-94'],
  ['3905', '390.5'],
  ['12ABC', '12.ABC'],
])('the document %s is shown as %s', (given, shown) => expect(maskDocument(given)).toBe(shown));

test('a document is sent without its mask', () => expect(plainDocument('12.abc.345/01de-35')).toBe('12ABC34501DE35'));

test.each([
  ['1.234,56', 'pt-BR', 1234.56],
  ['R$ 1.234,56', 'pt-BR', 1234.56],
  ['1234,5', 'pt-BR', 1234.5],
  ['1.234', 'pt-BR', 1234],
  ['1234.56', 'pt-BR', 1234.56],
  ['12.980', 'pt-BR', 12_980],
  ['1,234.56', 'en', 1234.56],
  ['1,234', 'en', 1234],
  ['', 'pt-BR', null],
  ['abc', 'pt-BR', undefined],
  ['1.23.4', 'pt-BR', undefined],
  ['-5', 'pt-BR', undefined],
  ['9999999999999', 'pt-BR', undefined],
] as const)('the amount %j in %s is %s', (text, locale, value) => expect(parseAmount(text, locale)).toBe(value));

test('an amount that is shown can be read again', () => {
  for (const locale of ['pt-BR', 'en'] as const)
    expect(parseAmount(amountText(1_184_000.5, locale), locale)).toBe(1_184_000.5);
});
