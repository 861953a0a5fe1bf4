import { federation } from '@module-federation/vite';
import { afterEach, expect, test, vi } from 'vitest';
import { withExactParsing } from './exact-parsing.ts';

afterEach(() => vi.unstubAllEnvs());

test('what a module imports is handed over as what has still to be parsed', () => {
  const told: object[] = [];
  const parseEnd = { name: 'parseEnd', moduleParsed: (module: object) => told.push(module) };
  const plugin = withExactParsing([[{ name: 'other' }], [[parseEnd]]]).find(({ name }) => name === 'parseEnd');
  const hook: unknown = plugin?.moduleParsed;
  if (typeof hook !== 'function') throw new Error('no hook');
  hook.call({}, { id: 'a', importedIds: ['b'], dynamicallyImportedIds: ['c'] });
  expect(told).toEqual([
    {
      id: 'a',
      importedIdResolutions: [{ id: 'b', external: false }],
      dynamicallyImportedIdResolutions: [{ id: 'c', external: false }],
    },
  ]);
});

test('the installed federation plugin still has the part that is corrected', () => {
  // Under a test runner the plugin leaves its build parts out.
  vi.stubEnv('VITEST', undefined);
  vi.stubEnv('NODE_ENV', 'production');
  vi.stubEnv('JEST_WORKER_ID', undefined);
  const options = { name: 'x', filename: 'entry.js', exposes: { './remote': './remote.tsx' }, dts: false };
  expect(withExactParsing(federation(options)).map(({ name }) => name)).toContain('parseEnd');
  expect(() => withExactParsing([{ name: 'other' }])).toThrow('The federation plugin changed');
});
