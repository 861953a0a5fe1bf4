import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Bench, openBench, openLiveBench, writeVersion } from '../testing/versions.ts';

async function folderOf(bench: Bench, files: Record<string, string> = {}, name = 'mfe-leads'): Promise<string> {
  const folder = join(bench.folder, 'made', name);
  rmSync(folder, { recursive: true, force: true });
  writeVersion(folder, { name, version: '5.0.0' }, files);
  return folder;
}

test('a folder is published as it is, files without a hash included; what starts with a dot stays at home', async () => {
  const bench = await openBench();
  const folder = await folderOf(bench, { 'images/logo.svg': '<svg/>', '.DS_Store': 'x' });
  expect((await bench.run('publish', folder)).code).toBe(0);
  const at = join(bench.bucket, 'remotes/mfe-leads/5.0.0');
  expect(readFileSync(join(at, 'images/logo.svg'), 'utf8')).toBe('<svg/>');
  expect(existsSync(join(at, '.DS_Store'))).toBe(false);
  expect(JSON.parse(readFileSync(join(at, 'version.json'), 'utf8'))).toEqual(
    JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')),
  );
});

test('--version names the same build otherwise', async () => {
  const bench = await openBench();
  const { code, json } = await bench.run('publish', await folderOf(bench), '--version', '6.1.0-rc.1', '--json');
  expect([code, json()]).toMatchObject([0, { name: 'mfe-leads', version: '6.1.0-rc.1', status: 'published' }]);
  expect((await bench.run('publish', await folderOf(bench), '--version', '../up')).code).toBe(2);
});

test('the same build again is published already, also when only its time and commit differ', async () => {
  const bench = await openBench();
  await bench.run('publish', await folderOf(bench));
  const folder = join(bench.folder, 'rebuilt');
  writeVersion(folder, { name: 'mfe-leads', version: '5.0.0', time: '2027-01-01T00:00:00.000Z', commit: 'other' });
  expect((await bench.run('publish', folder, '--json')).json()).toMatchObject({ already: true });
});

test('another picture under the same version is refused, though no hash covers it', async () => {
  const bench = await openBench();
  await bench.run('publish', await folderOf(bench, { 'logo.svg': '<svg/>' }));
  const { code, err } = await bench.run('publish', await folderOf(bench, { 'logo.svg': '<svg></svg>' }));
  expect([code, err.includes('logo.svg differs')]).toEqual([3, true]);
});

test('publishing the same build again mends a damaged and a lost file', async () => {
  const bench = await openLiveBench();
  const at = join(bench.bucket, 'remotes/mfe-leads/1.0.0');
  const built = join(bench.folder, 'built/mfe-leads/1.0.0');
  writeFileSync(join(at, 'entry.js'), 'tampered()');
  rmSync(join(at, 'page.css'));
  expect((await bench.run('verify')).code).toBe(5);
  expect((await bench.run('publish', built, '--json')).json()).toMatchObject({ status: 'repaired' });
  expect((await bench.run('verify')).code).toBe(0);
});

test('a descriptor that is none, a link and an unsafe name are refused, each with its name', async () => {
  const bench = await openBench();
  const folder = await folderOf(bench, { 'a b.svg': '<svg/>' });
  symlinkSync('/etc/hostname', join(folder, 'link.txt'));
  const refused = await bench.run('publish', folder);
  expect(refused.code).toBe(3);
  expect(refused.err).toContain('a b.svg has a character');
  expect(refused.err).toContain('link.txt is not a plain file');
  writeFileSync(join(folder, 'version.json'), '{"schema": 1, "name": "Mfe Leads"}');
  const broken = await bench.run('publish', folder);
  expect(broken.code).toBe(3);
  expect(broken.err).toContain('name: must be lower-case letters');
  mkdirSync(join(bench.folder, 'empty'));
  const empty = await bench.run('publish', join(bench.folder, 'empty'));
  expect([empty.code, empty.err.includes('version.json')]).toEqual([1, true]);
});

test.each([
  ['no place for the head', '<html><head></head></html>', 'exactly once'],
  ['a script of its own', '<head><!--piloto:head--><script>go()</script></head>', 'inline script'],
  ['a style of its own', '<head><!--piloto:head--></head><body style="color: red">', 'inline styles'],
  ['a handler in an attribute', '<head><!--piloto:head--></head><body onload="go()">', 'event handler'],
])('a shell whose page has %s is refused', async (_, html, text) => {
  const bench = await openBench();
  const { code, err } = await bench.run('publish', await folderOf(bench, { 'index.html': html }, 'shell'));
  expect([code, err.includes(text)]).toEqual([3, true]);
});
