import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VersionDescriptor } from '@piloto/contracts';
import { expect, test } from 'vitest';
import { openLiveBench } from '../testing/versions.ts';

/** Each rule: the bad version is refused with words, and the same version without the fault is let through. */
test.each<[string, Partial<VersionDescriptor>, string]>([
  [
    'a shared package too new for the shell',
    { requires: { react: '^20.0.0' } },
    'needs react ^20.0.0, shell@1.0.0 shares 19.3.1',
  ],
  [
    'a package that the shell does not share',
    { requires: { vue: '^3.0.0' } },
    'needs vue ^3.0.0, which shell@1.0.0 does not share',
  ],
  ['another contract', { contract: 2 }, 'speaks contract 2'],
  ['nothing to mount', { exposes: {} }, 'exposes no ./remote'],
  [
    "another remote's path by another parameter name",
    { routes: [{ path: '/mfe-auth/:other', title: { 'pt-BR': 'x', en: 'x' } }] },
    'both claim the path /mfe-auth/:',
  ],
  [
    'pages without anything to draw them',
    { exposes: {}, slots: [{ id: 's', fills: 'leads.sidebar', contract: 1 }] },
    'exposes no ./remote',
  ],
  [
    "another remote's path",
    { routes: [{ path: '/mfe-auth', title: { 'pt-BR': 'x', en: 'x' } }] },
    'both claim the path /mfe-auth',
  ],
  ['a second session', { provides: { session: 'entry.js' } }, 'both claim the session'],
])('the gate stops %s', async (_, fault, text) => {
  const bench = await openLiveBench();
  await bench.publish('mfe-leads', '2.0.0', fault);
  const refused = await bench.run('promote', 'mfe-leads@2.0.0', '--reason', 'x');
  expect(refused.code).toBe(3);
  expect(refused.err).toContain(text);
  expect((await bench.run('status', '--json')).json()).toMatchObject({ number: 1 });
  await bench.publish('mfe-leads', '2.0.1');
  expect((await bench.run('promote', 'mfe-leads@2.0.1', '--reason', 'x')).code).toBe(0);
});

test('a set that has a session is not promoted to one without', async () => {
  const bench = await openLiveBench();
  await bench.publish('mfe-auth', '2.0.0', { provides: {} });
  const { code, err } = await bench.run('promote', 'mfe-auth@2.0.0', '--reason', 'x');
  expect([code, err.includes('nobody could sign in')]).toEqual([3, true]);
});

test.each([
  ['changed', (file: string) => writeFileSync(file, 'tampered()'), 'has other bytes'],
  ['lost', (file: string) => rmSync(file), 'is missing'],
])('a %s file of any version in the set stops it, even one that is live already', async (_, harm, text) => {
  const bench = await openLiveBench();
  const file = join(bench.bucket, 'remotes/mfe-auth/1.0.0/entry.js');
  const bytes = readFileSync(file);
  harm(file);
  const refused = await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'x');
  expect(refused.code).toBe(3);
  expect(refused.err).toContain(`remotes/mfe-auth/1.0.0/entry.js ${text}`);
  writeFileSync(file, bytes);
  expect((await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'x')).code).toBe(0);
});

test('a previous version that could not run is not kept as the one to fall back to', async () => {
  const bench = await openLiveBench();
  await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'x');
  rmSync(join(bench.bucket, 'remotes/mfe-leads/1.1.0/entry.js'));
  expect((await bench.run('promote', 'mfe-leads@1.2.0', '--reason', 'x')).code).toBe(0);
  const status = (await bench.run('status', '--json')).json();
  expect(status).toMatchObject({ remotes: { 'mfe-leads': { version: '1.2.0' } } });
  expect(JSON.stringify(status)).not.toContain('1.1.0');
  expect((await bench.run('verify')).code).toBe(0);
});
