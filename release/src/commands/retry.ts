import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { GenerationConflict } from '../storage/storage.ts';

const TRIES = 40;
const LONGEST_PAUSE = 1000; // one object of Cloud Storage takes about one write a second

/**
 * Runs `attempt` again when somebody else wrote first; every attempt reads anew. The pauses grow and are random, so that writers who
 * collided do not collide again.
 */
export async function retryOnConflict<T>(what: string, attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof GenerationConflict)) throw error;
      failures += 1;
      if (failures >= TRIES)
        throw new ReleaseFailure(
          EXIT.conflict,
          `${what} met another writer ${TRIES} times in a row and was not written. Try again when the others are done.`,
          [],
          { cause: error },
        );
    }
    await sleep(Math.random() * Math.min(LONGEST_PAUSE, 15 * 2 ** Math.min(failures, 8)));
  }
}
