import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, ReleaseFailure } from '../failure.ts';

const BUSY = 5;
const HOLDER_LIMIT = 30_000;

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === BUSY;

/**
 * Runs `work` while no other process holds the lock `file`. It is SQLite's exclusive lock on that file: the operating system holds it
 * for the process and drops it when the process ends, SIGKILL included, so it is never stale and never taken from somebody alive.
 * (Node offers no flock, and a lock file of our own could only guess whether its holder lives.)
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    for (const begun = Date.now(); ; ) {
      try {
        database.exec('BEGIN EXCLUSIVE');
        break;
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
      if (Date.now() - begun > HOLDER_LIMIT)
        throw new ReleaseFailure(
          EXIT.conflict,
          `${file} is held by another process for more than ${HOLDER_LIMIT / 1000} s. End that process, then try again.`,
        );
      // Waiting inside SQLite would stop this whole process, and with it a holder that is in it.
      await sleep(2 + Math.random() * 8);
    }
    try {
      return await work();
    } finally {
      database.exec('COMMIT');
    }
  } finally {
    database.close();
  }
}
