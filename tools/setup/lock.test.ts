import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isAlive, processBirth, withLock } from './lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'piloto-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Processes, on a machine that may have other work. */
const SLOW = { timeout: 60_000 };

/** A process of its own that holds the lock, notes its begin and end, and may be told to stay for ever. */
function holder(lock: string, journal: string, ms: number) {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.mjs'))};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(journal)}, 'begin\\n');
      await new Promise((done) => setTimeout(done, ${ms}));
      appendFileSync(${JSON.stringify(journal)}, 'end\\n');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
  return { child, ended: new Promise<number | null>((done) => child.once('exit', (code) => done(code))) };
}
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 20));
}

test('processes hold the lock one after the other', SLOW, async () => {
  const [lock, journal] = [join(folder, 'a'), join(folder, 'a.journal')];
  const codes = await Promise.all(Array.from({ length: 6 }, () => holder(lock, journal, 20).ended));
  expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readFileSync(journal, 'utf8')).toBe('begin\nend\n'.repeat(6));
  expect(existsSync(lock)).toBe(false);
});

test('the lock of a killed process is taken over, by one waiter at a time', SLOW, async () => {
  const [lock, journal] = [join(folder, 'b'), join(folder, 'b.journal')];
  const first = holder(lock, journal, 60_000);
  await until(() => existsSync(journal));
  const waiters = Array.from({ length: 4 }, () => holder(lock, journal, 20).ended);
  first.child.kill('SIGKILL');
  await Promise.all([first.ended, ...waiters]);
  expect(readFileSync(journal, 'utf8')).toBe(`begin\n${'begin\nend\n'.repeat(4)}`);
});

test('a number that now belongs to another process is no holder', () => {
  const birth = processBirth(process.pid);
  expect(isAlive({ pid: process.pid, birth })).toBe(true);
  expect(isAlive({ pid: process.pid, birth: 'another time' })).toBe(false);
});

test('a lock file cut short by a full disk does not block for ever', async () => {
  const lock = join(folder, 'c');
  writeFileSync(lock, '{"pid":');
  expect(await withLock(lock, async () => 'done')).toBe('done');
});

test('who waits is told for whom; a failure frees the lock', async () => {
  const lock = join(folder, 'd');
  const waitedFor: number[] = [];
  await expect(withLock(lock, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  const order: string[] = [];
  const slow = async (name: string): Promise<void> => {
    order.push(name);
    await new Promise((done) => setTimeout(done, 50));
  };
  const first = withLock(lock, () => slow('first'));
  await Promise.all([
    first,
    withLock(
      lock,
      () => slow('second'),
      (pid) => waitedFor.push(pid),
    ),
  ]);
  expect(order).toEqual(['first', 'second']);
  expect(waitedFor).toEqual([process.pid]);
});
