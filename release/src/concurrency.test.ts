import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pageReleaseSchema, pointerSchema, releaseSchema } from '@piloto/contracts';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStorage, promote, type Storage } from './index.ts';
import { type Bench, openLiveBench, writeVersion } from './testing/versions.ts';

type Ended = number | NodeJS.Signals | null;

function run(...args: string[]): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? signal));
  });
}
const worker = (bench: Bench, dieBefore: number, ...args: string[]): Promise<Ended> =>
  run(
    fileURLToPath(new URL('./testing/worker.ts', import.meta.url)),
    `file:${bench.bucket}`,
    String(dieBefore),
    ...args,
  );
/** As a process: a test runner's page differs from that of the workers in the blanks of its inline script. */
const verify = (bench: Bench): Promise<Ended> =>
  run(join(import.meta.dirname, 'main.ts'), 'verify', '--bucket', `file:${bench.bucket}`);

/** What a visitor and a tool see at this moment; throws when any of it is not whole. */
function readChannel(bench: Bench): { live: number; page: number } {
  const channel = join(bench.bucket, 'channels/production');
  const pointer = pointerSchema.parse(JSON.parse(readFileSync(join(channel, 'current.json'), 'utf8')));
  const release = releaseSchema.parse(JSON.parse(readFileSync(join(channel, pointer.file), 'utf8')));
  expect(release.number).toBe(pointer.number);
  const html = readFileSync(join(channel, 'index.html'), 'utf8');
  const page = pageReleaseSchema.parse(JSON.parse(/id="release">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''));
  for (const { base, entry } of Object.values(page.remotes)) readFileSync(join(bench.bucket, base, entry));
  return { live: release.number, page: page.number };
}
type Entry = { number: number; reason: string };
const history = async (bench: Bench): Promise<Entry[]> => (await bench.run('history', '--json')).json() as Entry[];

test('4 writers x 10 promotes at once: all are kept, numbers are contiguous, no reader sees half of anything', {
  timeout: 120_000,
}, async () => {
  const bench = await openLiveBench();
  const seen: number[] = [];
  const done = new AbortController();
  const reader = (async () => {
    while (!done.signal.aborted) {
      seen.push(readChannel(bench).page);
      await sleep(10);
    }
  })();
  const codes = await Promise.all(['a', 'b', 'c', 'd'].map((label) => worker(bench, 0, 'promote', label, '10')));
  done.abort();
  await reader;
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b)); // a newer page is never replaced by an older one
  const entries = await history(bench);
  expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, i) => 41 - i));
  expect(new Set(entries.map(({ reason }) => reason)).size).toBe(41);
  expect(await verify(bench)).toBe(0);
});

// The writes of a promote: release file, pointer, page.
test.each([
  { point: 1, live: 1, page: 1 },
  { point: 2, live: 1, page: 1 },
  { point: 3, live: 2, page: 1 },
])(
  'a promote killed before its write $point leaves release $live, and the next command mends the rest',
  {
    timeout: 30_000,
  },
  async ({ point, live, page }) => {
    const bench = await openLiveBench();
    expect(await worker(bench, point, 'promote', 'dying')).toBe('SIGKILL');
    expect(readChannel(bench)).toEqual({ live, page });
    expect((await bench.run('verify')).code).toBe(live === page ? 0 : 5);
    expect((await bench.run('promote', 'mfe-leads@1.2.0', '--reason', 'next')).code).toBe(0);
    // What never became live does not become live with somebody else's promotion, and its number is not lost.
    const reasons = (await history(bench)).map(({ reason }) => reason);
    expect(reasons).toEqual(live === 1 ? ['next', 'first'] : ['next', 'dying 0', 'first']);
    expect(readChannel(bench)).toEqual({ live: live + 1, page: live + 1 });
  },
);

test('the very command that was killed before its page is refused as live already, and mends the page', async () => {
  const bench = await openLiveBench();
  expect(await worker(bench, 3, 'promote', 'dying')).toBe('SIGKILL');
  expect((await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'again')).code).toBe(3);
  expect(readChannel(bench)).toEqual({ live: 2, page: 2 });
});

test('a first promote that was killed is finished by the next', async () => {
  const bench = await openLiveBench();
  const promoteTo = (...args: string[]) =>
    bench.run('promote', 'shell@1.0.0', 'mfe-auth@1.0.0', '--channel', 'staging', '--reason', ...args);
  const dying = openStorage(`file:${bench.bucket}`);
  const storage: Storage = {
    ...dying,
    write: (path, bytes, options) =>
      path.endsWith('current.json') ? Promise.reject(new Error('killed')) : dying.write(path, bytes, options),
  };
  const context = { storage, root: bench.folder, by: 'x', now: () => new Date(), say: () => {} };
  const options = { channel: 'staging', reason: 'began' };
  await expect(promote(context, [{ name: 'shell', version: '1.0.0' }], options)).rejects.toThrow('killed');
  expect((await bench.run('status', '--channel', 'staging')).code).toBe(1);
  expect((await promoteTo('finished')).code).toBe(0);
  const entries = (await bench.run('history', '--channel', 'staging', '--json')).json() as Entry[];
  expect(entries.map(({ reason }) => reason)).toEqual(['finished', 'began']);
});

test('a writer that wakes up after others took its number plans again on what is live then', async () => {
  const bench = await openLiveBench();
  const real = openStorage(`file:${bench.bucket}`);
  let slept = false;
  const sleepy: Storage = {
    ...real,
    async write(path, bytes, options) {
      if (path.endsWith('current.json') && !slept) {
        slept = true; // its release file is there already; the other one has to take it for left behind
        expect((await bench.run('promote', 'mfe-leads@1.2.0', '--reason', 'fast')).code).toBe(0);
      }
      return real.write(path, bytes, options);
    },
  };
  const context = { storage: sleepy, root: bench.folder, by: 'x', now: () => new Date(), say: () => {} };
  await bench.publish('mfe-auth', '2.0.0');
  const { number } = await promote(context, [{ name: 'mfe-auth', version: '2.0.0' }], {
    channel: 'production',
    reason: 'slow',
  });
  expect(number).toBe(3);
  expect((await history(bench)).map(({ reason }) => reason)).toEqual(['slow', 'fast', 'first']);
  expect((await bench.run('status', '--json')).json()).toMatchObject({
    remotes: { 'mfe-leads': { version: '1.2.0' }, 'mfe-auth': { version: '2.0.0' } },
  });
});

// Its writes: two files, then version.json.
test.each([1, 2, 3])(
  'a publish killed before its write %i has published nothing, and the next one completes it',
  {
    timeout: 30_000,
  },
  async (point) => {
    const bench = await openLiveBench();
    const folder = join(bench.folder, 'new');
    writeVersion(folder, { name: 'mfe-leads', version: '2.0.0' });
    expect(await worker(bench, point, 'publish', folder)).toBe('SIGKILL');
    const early = await bench.run('promote', 'mfe-leads@2.0.0', '--reason', 'x');
    expect([early.code, early.err.includes('has no version 2.0.0')]).toEqual([1, true]);
    expect((await bench.run('publish', folder)).code).toBe(0);
    expect((await bench.run('promote', 'mfe-leads@2.0.0', '--reason', 'x')).code).toBe(0);
  },
);

test('two publish other bytes under one version at once: one wins, the other is refused, nothing is mixed', {
  timeout: 30_000,
}, async () => {
  const bench = await openLiveBench();
  const folders = ['one', 'two'].map((label) => {
    const folder = join(bench.folder, label);
    writeVersion(folder, { name: 'mfe-leads', version: '2.0.0' }, { 'entry.js': `export default '${label}';` });
    return folder;
  });
  const results = await Promise.all(folders.map((folder) => bench.run('publish', folder)));
  expect(results.map(({ code }) => code).toSorted()).toEqual([0, 3]);
  expect((await bench.run('promote', 'mfe-leads@2.0.0', '--reason', 'x')).code).toBe(0);
});
