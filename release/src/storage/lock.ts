import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL = 5;
const HOLDER_LIMIT = 30_000;

type Holder = { pid: number; started: string; token: string };

/** The kernel's start time of a process, so that a reused pid is not taken for the holder. Empty where /proc is missing. */
async function startOf(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/stat`, 'utf8')).split(' ')[21] ?? '';
  } catch {
    return '';
  }
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return started === '' || started === (await startOf(pid));
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof value === 'object' && value !== null && 'pid' in value && 'token' in value && 'started' in value)
      return { pid: Number(value.pid), started: String(value.started), token: String(value.token) };
  } catch {
    return undefined; // gone meanwhile, or half of a file of a machine that lost power
  }
  return undefined;
}

/**
 * Runs `work` while holding the lock `file`: an exclusive hard link, so that it is there whole or not at all. A holder that was killed
 * is recognised by its process and its lock is taken over; only one of several waiters can do that, because the dead lock is renamed
 * away before a new one is made.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  const own = `${file}.${process.pid}.${token}`;
  await writeFile(
    own,
    JSON.stringify({ pid: process.pid, started: await startOf(process.pid), token } satisfies Holder),
  );
  try {
    const begun = Date.now();
    for (;;) {
      try {
        await link(own, file);
        break;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      await removeDead(file, own);
      if (Date.now() - begun > HOLDER_LIMIT)
        throw new Error(
          `${file} is held by another process for more than ${HOLDER_LIMIT / 1000} s. End that process, then try again.`,
        );
      await sleep(POLL + Math.random() * POLL);
    }
    try {
      return await work();
    } finally {
      await unlink(file);
    }
  } finally {
    await rm(own, { force: true });
  }
}

async function removeDead(file: string, own: string): Promise<void> {
  const holder = await readHolder(file);
  if (holder === undefined) {
    // Unreadable and old: left by a machine that lost power.
    const info = await stat(file).catch(() => undefined);
    if (info === undefined || Date.now() - info.mtimeMs < HOLDER_LIMIT) return;
  } else if (await isAlive(holder)) return;
  const grave = `${own}.dead`;
  try {
    await rename(file, grave);
  } catch {
    return; // another waiter was faster
  }
  const moved = await readHolder(grave);
  // Between reading and renaming the dead lock may have been replaced by a living one: give that one back.
  if (holder !== undefined && moved !== undefined && moved.token !== holder.token)
    await link(grave, file).catch(() => undefined);
  await rm(grave, { force: true });
}
