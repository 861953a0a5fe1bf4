import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contractSchemas } from './contract-schemas.ts';

// After a change of shared/contracts: `vitest run --project node contract-schemas -u`, and look at the difference as a reader outside.
test.each(Object.entries(contractSchemas()))(
  'docs/contract/%s.schema.json says what the code checks',
  async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../../../docs/contract/${name}.schema.json`);
  },
);

test('the committed schemas name the fixed fields of the contract', () => {
  const fields = (name: string): string[] => {
    const file = join(import.meta.dirname, `../../../docs/contract/${name}.schema.json`);
    return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { properties: object }).properties);
  };
  expect(fields('version')).toEqual(
    expect.arrayContaining(['entry', 'exposes', 'css', 'preload', 'integrity', 'requires', 'routes', 'contract']),
  );
  expect(fields('release')).toEqual(
    expect.arrayContaining(['number', 'channel', 'remotes', 'shell', 'pins', 'killed', 'overrides', 'signature']),
  );
});
