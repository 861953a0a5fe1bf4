import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBench, openLiveBench, writeVersion } from './testing/versions.ts';

test('publish, promote, status: the next release is live with who and why', async () => {
  const bench = await openLiveBench();
  const promoted = await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'New import', '--json');
  expect(promoted.code).toBe(0);
  expect(promoted.json()).toMatchObject({ number: 2, changes: [{ name: 'mfe-leads', from: '1.0.0', to: '1.1.0' }] });
  const status = await bench.run('status', '--json');
  expect(status.json()).toMatchObject({
    number: 2,
    channel: 'production',
    by: 'ops',
    reason: 'New import',
    remotes: { 'mfe-leads': { version: '1.1.0', previous: '1.0.0' }, 'mfe-auth': { version: '1.0.0' } },
  });
  expect(readFileSync(join(bench.bucket, 'channels/production/index.html'), 'utf8')).toContain(
    '/remotes/mfe-leads/1.1.0/',
  );
});

test('a channel that would lie elsewhere and a version that is none are refused before anything is done', async () => {
  const bench = await openLiveBench();
  for (const channel of ['../../etc', '../remotes', 'a/b', '', 'A']) {
    const result = await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'x', '--channel', channel);
    expect([result.code, result.err]).toEqual([2, expect.stringContaining('such as pr-123')]);
  }
  const published = await bench.run('publish', 'mfe-leads', '--version', '../x');
  expect([published.code, published.err]).toEqual([2, expect.stringContaining('semantic version')]);
  expect(published.err).not.toContain('Building');
});

test('the same version again is refused, and written with --allow-same', async () => {
  const bench = await openLiveBench();
  const again = await bench.run('promote', 'mfe-leads@1.0.0', '--reason', 'again');
  expect(again.code).toBe(3);
  expect(again.err).toContain('--allow-same');
  expect((await bench.run('promote', 'mfe-leads@1.0.0', '--reason', 'again', '--allow-same')).code).toBe(0);
  expect((await bench.run('status', '--json')).json()).toMatchObject({ number: 2 });
});

test('rollback goes to the release before, to a number, or for one remote only', async () => {
  const bench = await openLiveBench();
  await bench.publish('mfe-auth', '2.0.0');
  await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'two');
  await bench.run('promote', 'mfe-leads@1.2.0', 'mfe-auth@2.0.0', '--reason', 'three');
  const versions = async () => {
    const { remotes } = (await bench.run('status', '--json')).json() as {
      remotes: Record<string, { version: string }>;
    };
    return Object.entries(remotes)
      .map(([name, { version }]) => `${name}@${version}`)
      .toSorted();
  };
  expect((await bench.run('rollback', '--remote', 'mfe-leads', '--reason', 'broken')).code).toBe(0);
  expect(await versions()).toEqual(['mfe-auth@2.0.0', 'mfe-leads@1.1.0']);
  await bench.run('rollback', '--to', '1', '--reason', 'all of it');
  expect(await versions()).toEqual(['mfe-auth@1.0.0', 'mfe-leads@1.0.0']);
  await bench.run('rollback', '--reason', 'no, back');
  expect(await versions()).toEqual(['mfe-auth@2.0.0', 'mfe-leads@1.1.0']);
  const history = (await bench.run('history', '--json', '--limit', '3')).json();
  expect(history).toMatchObject([
    { number: 6 },
    { number: 5, reason: 'all of it' },
    { number: 4, changes: [{ name: 'mfe-leads', from: '1.2.0', to: '1.1.0' }] },
  ]);
});

test('diff says in words what changes for people', async () => {
  const bench = await openLiveBench();
  await bench.publish(
    'mfe-leads',
    '2.0.0',
    {
      routes: [
        { path: '/mfe-leads', title: { 'pt-BR': 'Contatos', en: 'Contacts' } },
        { path: '/funil', title: { 'pt-BR': 'Funil', en: 'Pipeline' } },
      ],
    },
    { 'more.js': `export default '${'x'.repeat(2000)}';` },
  );
  await bench.run('promote', 'mfe-leads@2.0.0', '--reason', 'pipeline');
  const { out } = await bench.run('diff', '1', '2');
  expect(out).toContain('mfe-leads 1.0.0 → 2.0.0');
  expect(out).toContain('new route /funil');
  expect(out).toMatch(/scripts and styles: 0\.\d kB → 2\.\d kB/);
  expect(out).toContain('title "mfe-leads" → "Contatos"');
});

test('a dry run changes nothing', async () => {
  const bench = await openLiveBench();
  const dry = await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'x', '--dry-run');
  expect(dry.out).toContain('Would write release 2');
  expect((await bench.run('status', '--json')).json()).toMatchObject({ number: 1 });
});

test('versions never change: the same bytes again are fine, other bytes are refused', async () => {
  const bench = await openLiveBench();
  await bench.publish('mfe-leads', '1.1.0');
  const at = join(bench.folder, 'other');
  writeVersion(at, { name: 'mfe-leads', version: '1.1.0' }, { 'extra.js': '1' });
  const other = await bench.run('publish', at);
  expect(other.code).toBe(3);
  expect(other.err).toContain('Versions never change');
});

test('a folder that lies about its files is not published', async () => {
  const bench = await openBench();
  const at = join(bench.folder, 'liar');
  writeVersion(at, { name: 'mfe-leads', version: '1.0.0' });
  writeFileSync(join(at, 'entry.js'), 'tampered()');
  writeFileSync(join(at, 'hidden.js'), '1');
  const { code, err } = await bench.run('publish', at);
  expect(code).toBe(3);
  expect(err).toContain('entry.js has other bytes');
  expect(err).toContain('hidden.js is not listed');
  expect(existsSync(join(bench.bucket, 'remotes'))).toBe(false);
});

test('a bundled second copy of a shared package is refused', async () => {
  const bench = await openBench();
  const at = join(bench.folder, 'copy');
  writeVersion(
    at,
    { name: 'mfe-leads', version: '1.0.0' },
    { 'chunk.js': 'throw Error("No QueryClient set, use QueryClientProvider to set one")' },
  );
  const { code, err } = await bench.run('publish', at);
  expect(code).toBe(3);
  expect(err).toContain('copy of @tanstack/react-query');
});

test('unknown remote, version, release and package: the message says what there is', async () => {
  const bench = await openLiveBench();
  const cases: [string[], string][] = [
    [['promote', 'mfe-nope@1.0.0', '--reason', 'x'], 'Published are: mfe-auth, mfe-leads, shell'],
    [['promote', 'mfe-leads@9.9.9', '--reason', 'x'], '1.0.0, 1.1.0, 1.2.0'],
    [['rollback', '--to', '7', '--reason', 'x'], 'There are: 1 to 1'],
    [['rollback', '--reason', 'x'], 'none before it'],
    [['publish', 'mfe-nope'], 'neither a folder with a version.json nor a package'],
  ];
  for (const [args, text] of cases) {
    const { code, err } = await bench.run(...args);
    expect([args[0], code]).toEqual([args[0], 1]);
    expect(err).toContain(text);
  }
});

test.each([
  [['promote', 'mfe-leads', '--reason', 'x'], 'is not <name>@<version>'],
  [['promote', 'mfe-leads@1.1.0'], '--reason'],
  [['promote', 'mfe-leads@1.1.0', '--reason', ' '], 'Say why'],
  [['promote', 'mfe-leads@1.1.0', 'mfe-leads@1.2.0', '--reason', 'x'], 'named twice'],
  [['rollback', '--to', 'zero', '--reason', 'x'], 'whole number'],
  [['frobnicate'], 'unknown command'],
  [['status', '--bucket', 'gs://x'], 'folders only'],
  [['status', '--bucket', 's3:x'], 'folders only'],
  [['status', '--channel', '../x'], 'is not a channel'],
  [['promote', 'mfe-leads@../../x', '--reason', 'x'], 'is not <name>@<version>'],
  [['site', '--api-origin', 'http://api.test/v1'], 'is not an origin'],
  [['site', '--api-origin', 'ftp:/x y'], 'is not an origin'],
])('a mistake in typing ends with 2: %j', async (args, text) => {
  const bench = await openLiveBench();
  const { code, err } = await bench.run(...args);
  expect(code).toBe(2);
  expect(err).toContain(text);
});

test('verify proves a healthy channel and names the file with one flipped byte', async () => {
  const bench = await openLiveBench();
  expect((await bench.run('verify')).code).toBe(0);
  const file = join(bench.bucket, 'remotes/mfe-leads/1.0.0/entry.js');
  writeFileSync(file, readFileSync(file, 'utf8').replace('e', 'E'));
  const { code, err } = await bench.run('verify');
  expect(code).toBe(5);
  expect(err).toContain('remotes/mfe-leads/1.0.0/entry.js has other bytes');
});

test('verify notices a page that is not the one of the release, and site writes it again', async () => {
  const bench = await openLiveBench();
  const page = join(bench.bucket, 'channels/production/index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('"number":1', '"number":9'));
  expect((await bench.run('verify')).code).toBe(5);
  await bench.run('site', '--api-origin', 'http://localhost:4101');
  expect((await bench.run('verify')).code).toBe(0);
  expect(readFileSync(page, 'utf8')).toContain("connect-src 'self' http://localhost:4101");
});

test('a corrupt pointer is named, and nothing makes it worse', async () => {
  const bench = await openLiveBench();
  const pointer = join(bench.bucket, 'channels/production/current.json');
  writeFileSync(pointer, '{"schema":1');
  for (const args of [['status'], ['promote', 'mfe-leads@1.1.0', '--reason', 'x'], ['verify']]) {
    const { code, err } = await bench.run(...args);
    expect(code).toBe(5);
    expect(err).toContain('channels/production/current.json is not JSON');
  }
  expect(readFileSync(pointer, 'utf8')).toBe('{"schema":1');
});

test('verify --json lists what it found', async () => {
  const bench = await openLiveBench();
  rmSync(join(bench.bucket, 'remotes/mfe-auth/1.0.0/version.json'));
  const { code, json } = await bench.run('verify', '--json');
  expect(code).toBe(5);
  expect(json()).toMatchObject({ ok: false, findings: ['remotes/mfe-auth/1.0.0/version.json is missing.'] });
});

test('a release that was lost from the history is named', async () => {
  const bench = await openLiveBench();
  await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'two');
  rmSync(join(bench.bucket, 'channels/production/releases/000001.json'));
  const { code, err } = await bench.run('verify');
  expect([code, err.includes('releases/000001.json is missing')]).toEqual([5, true]);
});

test('the first release needs a shell', async () => {
  const bench = await openBench();
  await bench.publish('mfe-auth', '1.0.0');
  const { code, err } = await bench.run('promote', 'mfe-auth@1.0.0', '--reason', 'x');
  expect([code, err.includes('needs a shell')]).toEqual([3, true]);
  expect((await bench.run('status')).code).toBe(1);
});

test.skipIf(process.getuid?.() === 0)('no right on the disk: the message names the path', async () => {
  // Root may write everywhere, so this can only be seen as another user.
  const bench = await openLiveBench();
  chmodSync(join(bench.bucket, 'channels/production'), 0o500);
  const { code, err } = await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'x');
  chmodSync(join(bench.bucket, 'channels/production'), 0o700);
  expect(code).toBe(1);
  expect(err).toContain('Cannot write');
});
