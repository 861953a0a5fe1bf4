import { expect, test } from 'vitest';
import { clashes, customName, customTarget, fileProblem, MAX_BYTES, mappingProblem, stepOf } from './rules.ts';

test.each([
  [{ Nome: 'name' }, undefined],
  [{ Empresa: 'company', Cel: 'phone', Tel: 'phone' }, undefined],
  [{ Email: 'email', Obs: 'ignore', Outra: 'ignore' }, 'nameless'],
  [{ Nome: 'name', 'E-mail 1': 'email', 'E-mail 2': 'email' }, 'clash'],
  [{ Nome: 'name', DDD: 'area_code' }, 'areaAlone'],
  [{ Nome: 'name', DDD: 'area_code', Fone: 'phone' }, undefined],
] as const)('%j is %s', (mapping, problem) => expect(mappingProblem(mapping)).toBe(problem));

test('only the columns that clash are marked', () => {
  expect([...clashes({ Nome: 'name', A: 'custom.x', B: 'custom.x', C: 'tags', D: 'tags' })]).toEqual(['A', 'B']);
});

test('a custom field is called like its column, as far as the API takes it', () => {
  expect(customName(customTarget(' Cidade '))).toBe('Cidade');
  expect(customName('name')).toBeUndefined();
  expect(customTarget('x'.repeat(120))).toHaveLength(87);
});

test.each([
  ['uploaded', false, 'columns'],
  ['checked', false, 'simulation'],
  ['checked', true, 'columns'],
  ['running', true, 'result'],
  ['done', false, 'result'],
  ['failed', false, 'result'],
  ['cancelled', true, 'result'],
] as const)('an import that is %s (back to the columns: %s) stands at %s', (state, back, step) =>
  expect(stepOf({ state }, back)).toBe(step),
);

test.each([
  ['leads.csv', 10, undefined],
  ['leads.csv', 0, 'empty'],
  ['leads.XLSX', 10, 'spreadsheet'],
  ['leads.csv', MAX_BYTES + 1, 'tooLarge'],
] as const)('%s of %i bytes: %s', (name, size, problem) => expect(fileProblem({ name, size })).toBe(problem));
