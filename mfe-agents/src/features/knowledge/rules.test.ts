import { expect, test } from 'vitest';
import { canRetry, groupSchema, isProcessing, refusalOf, SIZE_LIMIT } from './rules.ts';

test.each([
  ['tabela.pdf', 10, undefined],
  ['TABELA.PDF', 10, undefined],
  ['planilha.xlsx', 10, 'kind'],
  ['sem-extensao', 10, 'kind'],
  ['vazio.txt', 0, 'empty'],
  ['grande.docx', SIZE_LIMIT + 1, 'size'],
  ['justo.docx', SIZE_LIMIT, undefined],
])('%s of %i bytes is refused for: %s', (name, size, reason) => {
  expect(refusalOf({ name, size })).toBe(reason);
});

test('what stands still can be tried again, what runs cannot', () => {
  expect(canRetry({ status: 'indexing', stalled: false })).toBe(false);
  expect(canRetry({ status: 'indexing', stalled: true })).toBe(true);
  expect(canRetry({ status: 'partial', stalled: false })).toBe(true);
  expect(canRetry({ status: 'ready', stalled: false })).toBe(false);
  expect(isProcessing({ status: 'splitting' })).toBe(true);
  expect(isProcessing({ status: 'failed' })).toBe(false);
});

test('an unknown group in the address shows all documents', () => {
  expect(groupSchema.parse('problem')).toBe('problem');
  expect(groupSchema.parse('nada')).toBeUndefined();
});
