import { setTimeout as sleep } from 'node:timers/promises';
import { type Pointer, type Release, releaseSchema } from '@piloto/contracts';
import { type Current, paths, readCurrent } from '../bucket.ts';
import { parseJson, toJson } from '../json.ts';
import { ABSENT, GenerationConflict, type Storage } from '../storage/storage.ts';
import { publishPage, renderPage } from './channel-page.ts';
import { ReleaseGate } from './release-gate.ts';
import { retryOnConflict } from './retry.ts';

/** How long a release file without a pointer is believed to belong to somebody who is about to move the pointer. */
const PATIENCE = 400;

export type Plan = (current: Current | undefined) => Promise<Release> | Release;
export type WriteResult = { release: Release; before: Release | undefined };

/**
 * Writes the next release that `plan` makes of the live one: gate, release file, pointer, page. The commit is the compare-and-swap of
 * the pointer: before it nobody sees anything, after it the release is live. Whoever loses it reads and plans again, so no update is
 * lost. `dryRun` stops after the gate.
 */
export async function writeRelease(
  storage: Storage,
  channel: string,
  plan: Plan,
  dryRun: boolean,
): Promise<WriteResult> {
  const gate = new ReleaseGate(storage);
  const prepare = async (): Promise<WriteResult & { current: Current | undefined }> => {
    const current = await readCurrent(storage, channel);
    const before = current?.release;
    const release = await gate.check(await plan(current), before);
    await renderPage(storage, release); // one that cannot be built must be known before anything is written
    return { current, before, release };
  };
  if (dryRun) return prepare();
  try {
    return await retryOnConflict('The release', async () => {
      const prepared = await prepare();
      await commit(storage, channel, prepared.current, prepared.release);
      return prepared;
    });
  } finally {
    // Also after a refusal: whoever was killed between pointer and page left the old page, and the same command again is refused.
    await publishPage(storage, channel);
  }
}

async function commit(storage: Storage, channel: string, current: Current | undefined, release: Release) {
  const path = paths.release(channel, release.number);
  // The file before the pointer: a reader that follows the pointer finds it.
  const left = await storage.read(path);
  let generation = current?.generation ?? ABSENT;
  if (left === undefined) {
    await storage.write(path, toJson(release), { ifGeneration: ABSENT });
  } else if (current === undefined) {
    // Nothing is live that could be fenced (below), so the first release, once begun, is finished as it is.
    await writePointer(storage, channel, parseJson(releaseSchema, left.bytes, path), ABSENT);
    throw new GenerationConflict(path);
  } else {
    generation = await replaceLeftover(storage, channel, current, release, left.generation);
  }
  await writePointer(storage, channel, release, generation);
}

/**
 * Somebody wrote the file of our number and has not moved the pointer. If they live, the pointer moves in a moment and ours fails. If
 * they were killed, their file must not block the number, and must not go live with somebody else's promotion: it is replaced. They
 * could wake up in between and commit our file as theirs, so they are fenced first: the pointer is written anew with the same content,
 * and their compare-and-swap can no longer succeed. The file's generation is known from before the fence; so of all who do this at once
 * only the last to fence can both replace the file and move the pointer.
 */
async function replaceLeftover(
  storage: Storage,
  channel: string,
  { pointer, generation }: Current,
  release: Release,
  leftGeneration: string,
): Promise<string> {
  await sleep(PATIENCE);
  const fenced = await storage.write(paths.pointer(channel), toJson(pointer), { ifGeneration: generation });
  await storage.write(paths.release(channel, release.number), toJson(release), { ifGeneration: leftGeneration });
  return fenced;
}

async function writePointer(storage: Storage, channel: string, { number, time }: Release, ifGeneration: string) {
  const pointer: Pointer = { schema: 1, number, file: paths.releaseFile(number), time };
  await storage.write(paths.pointer(channel), toJson(pointer), { ifGeneration });
}
