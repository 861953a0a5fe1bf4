import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { deployables, inputHash } from './packages.ts';

const root = mkdtempSync(join(tmpdir(), 'piloto-packages-'));
afterAll(() => rmSync(root, { recursive: true }));
const write = (file: string, text = ''): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeEach(() => {
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.json', 'shared/ui/src/button.tsx'])
    write(file);
  for (const name of ['shell', 'mfe-leads'])
    for (const file of ['package.json', 'vite.config.ts', 'src/a.ts']) write(`${name}/${file}`);
});

test('a fifth remote is found by its folder', () => {
  write('mfe-notes/README.md');
  expect(deployables(root)).toEqual(['shell', 'mfe-leads']);
  write('mfe-billing/package.json');
  write('mfe-billing/vite.config.ts');
  expect(deployables(root)).toEqual(['shell', 'mfe-billing', 'mfe-leads']);
  rmSync(join(root, 'mfe-billing'), { recursive: true });
});

test.each(['mfe-leads/src/a.ts', 'shared/ui/src/button.tsx', 'pnpm-lock.yaml', 'mfe-leads/src/new.ts'])(
  'a change of %s asks for a new build',
  (file) => {
    const before = inputHash('mfe-leads', root);
    write(file, 'changed');
    expect(inputHash('mfe-leads', root)).not.toBe(before);
    rmSync(join(root, file));
  },
);

test.each([
  'shell/src/a.ts',
  'mfe-leads/src/a.test.ts',
  'mfe-leads/node_modules/x/index.js',
  'mfe-leads/README.md',
  'shared/testing/src/x.ts',
])('a change of %s does not', (file) => {
  const before = inputHash('mfe-leads', root);
  write(file, 'changed');
  expect(inputHash('mfe-leads', root)).toBe(before);
});
