import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { localStorage } from './local.ts';
import { withLock } from './lock.ts';
import { ABSENT, GenerationConflict } from './storage.ts';

const open = async () => localStorage(await mkdtemp(join(tmpdir(), 'piloto-storage-')));

test('conditional writes: only when absent, only over the generation that was read', async () => {
  const storage = await open();
  await storage.write('a/b.json', '1', { ifGeneration: ABSENT });
  await expect(storage.write('a/b.json', '2', { ifGeneration: ABSENT })).rejects.toThrow(GenerationConflict);
  const read = await storage.read('a/b.json');
  await storage.write('a/b.json', '2', { ifGeneration: read?.generation });
  await expect(storage.write('a/b.json', '3', { ifGeneration: read?.generation })).rejects.toThrow(GenerationConflict);
  expect(Buffer.from((await storage.read('a/b.json'))?.bytes ?? []).toString()).toBe('2');
});

test('of 40 writers on the generation that all of them read, one wins', async () => {
  const storage = await open();
  await storage.write('x', 'start');
  const { generation } = (await storage.read('x')) ?? { generation: '' };
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) => storage.write('x', String(i), { ifGeneration: generation })),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});

test('nothing outside the bucket can be named', async () => {
  const storage = await open();
  await expect(storage.write('../x', '1')).rejects.toThrow('outside the bucket');
});

test('lists files and folders, hidden ones aside', async () => {
  const storage = await open();
  for (const path of ['r/a/1/x.js', 'r/a/2/x.js', 'r/b/1/x.js'])
    await storage.write(path, '1', { ifGeneration: ABSENT });
  expect(await storage.list('r')).toEqual(['r/a/1/x.js', 'r/a/2/x.js', 'r/b/1/x.js']);
  expect(await storage.folders('r')).toEqual(['a', 'b']);
  expect(await storage.list('nothing')).toEqual([]);
});

/** A process that takes the lock, says so, and keeps it. */
function holder(lock: string): Promise<ChildProcess> {
  const text = `
    import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    await withLock(${JSON.stringify(lock)}, async () => {
      process.stdout.write('held');
      await new Promise((done) => setTimeout(done, 60_000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done) => child.stdout.once('data', () => done(child)));
}

test('the lock of a process that was killed is free at once; a living one is waited for', async () => {
  const lock = join(await mkdtemp(join(tmpdir(), 'piloto-lock-')), 'lock');
  const child = await holder(lock);
  let entered = false;
  const waiting = withLock(lock, async () => {
    entered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(entered).toBe(false);
  child.kill('SIGKILL');
  await waiting;
  expect(entered).toBe(true);
});

test('two holders never overlap, also when twenty wait for a process that is killed', async () => {
  const lock = join(await mkdtemp(join(tmpdir(), 'piloto-lock-')), 'lock');
  const child = await holder(lock);
  let inside = 0;
  let most = 0;
  const waiting = Promise.all(
    Array.from({ length: 20 }, () =>
      withLock(lock, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside -= 1;
      }),
    ),
  );
  child.kill('SIGKILL');
  await waiting;
  expect(most).toBe(1);
});

test('what a killed writer left is cleared by the next, and was never an object', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'piloto-storage-'));
  const storage = localStorage(folder);
  await storage.write('r/a.json', '1');
  await writeFile(join(folder, '.staging', 'half'), '{"half":');
  expect(await storage.list('r')).toEqual(['r/a.json']);
  await storage.write('r/a.json', '2');
  expect(await readdir(join(folder, '.staging'))).toEqual([]);
});

test('a generation grows with every write, also when the clock stands still or goes back', async () => {
  const storage = await open();
  const generations = [];
  for (let i = 0; i < 20; i += 1) generations.push(Number(await storage.write('x', 'same')));
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  try {
    generations.push(Number(await storage.write('x', 'same')));
  } finally {
    vi.useRealTimers();
  }
  expect(new Set(generations).size).toBe(21);
  expect(generations).toEqual(generations.toSorted((a, b) => a - b));
  expect((await storage.read('x'))?.generation).toBe(String(generations.at(-1)));
});
