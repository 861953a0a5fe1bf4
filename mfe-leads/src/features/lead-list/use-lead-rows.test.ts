import { expect, test } from 'vitest';
import { visibleRange } from './use-lead-rows.ts';

test.each([
  [0, 720, 36, 1000, { first: 0, last: 20 }],
  [36 * 10, 720, 36, 1000, { first: 10, last: 30 }],
  [0, 720, 36, 3, { first: 0, last: 3 }],
  [36 * 980, 720, 36, 1000, { first: 980, last: 1000 }],
  [0, 730, 36, 1000, { first: 0, last: 20 }],
  [0, 0, 36, 5, { first: 0, last: 1 }],
] as const)('at %i px, %i px of rows of %i px out of %i are %j', (offset, height, row, count, range) =>
  expect(visibleRange(offset, height, row, count)).toEqual(range),
);
