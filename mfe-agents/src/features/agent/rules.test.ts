import { expect, test } from 'vitest';
import { agentSchema, changeOf, clashes, merge, settle } from './rules.ts';

const base = { name: 'Nina', persona: 'direta', instructions: 'a' };

test('a change names only what differs', () => {
  expect(changeOf(base, { ...base, persona: 'gentil' })).toEqual({ persona: 'gentil' });
  expect(changeOf(base, base)).toEqual({});
});

test('what only one side changed is no clash and is kept from that side', () => {
  const mine = { ...base, persona: 'gentil' };
  const theirs = { ...base, instructions: 'b' };
  expect(clashes(base, mine, theirs)).toEqual([]);
  expect(merge(base, mine, theirs)).toEqual({ name: 'Nina', persona: 'gentil', instructions: 'b' });
});

test('a clash is settled by the choice, and without one nothing of mine is lost', () => {
  const mine = { ...base, instructions: 'm' };
  const theirs = { ...base, instructions: 't' };
  expect(clashes(base, mine, theirs)).toEqual(['instructions']);
  expect(settle(mine, theirs, {}).instructions).toBe('m');
  expect(settle(mine, theirs, { instructions: 'theirs' }).instructions).toBe('t');
});

test('an agent needs a name of at most 80 characters', () => {
  expect(agentSchema.safeParse({ ...base, name: '  ' }).success).toBe(false);
  expect(agentSchema.safeParse({ ...base, name: 'x'.repeat(81) }).success).toBe(false);
  expect(agentSchema.parse({ ...base, name: ' Nina ' }).name).toBe('Nina');
});
