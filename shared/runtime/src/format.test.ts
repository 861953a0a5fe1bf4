import { expect, test } from 'vitest';
import { createFormat } from './format.ts';

const pt = createFormat('pt-BR');
const now = Date.parse('2026-11-24T17:32:00Z'); // 14:32 in São Paulo

test('money, amounts and shares are written as in Brazil', () => {
  expect(pt.money(1234.5)).toBe('R$\u00a01.234,50');
  expect(pt.amount(-1234.5)).toBe('−1.234,50');
  expect(pt.percent(0.1244)).toBe('12,4%');
  expect(pt.number(12431)).toBe('12.431');
  expect(pt.bytes(1536)).toBe('1,5\u00a0kB');
});

test('dates are read in the time zone of São Paulo, whatever the machine says', () => {
  expect(pt.date('2026-11-25T02:30:00Z')).toBe('24/11/2026');
  expect(pt.dateTime('2026-11-24T17:32:00Z')).toBe('24/11/2026, 14:32');
});

test.each([
  ['2026-11-24T17:31:40Z', '<1\u00a0min'],
  ['2026-11-24T17:28:00Z', '4\u00a0min'],
  ['2026-11-24T14:32:00Z', '3\u00a0h'],
  ['2026-11-23T17:00:00Z', 'ontem'],
  ['2026-11-22T12:00:00Z', '22/11'],
  ['2025-11-22T12:00:00Z', '22/11/2025'],
  ['2026-11-24T17:40:00Z', '<1\u00a0min'],
])('%s is %s old', (iso, age) => {
  expect(pt.age(iso, now)).toBe(age);
});
