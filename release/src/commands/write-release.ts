import type { Pointer, Release, VersionDescriptor } from '@piloto/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Current, paths, readCurrent, readDescriptors, readSite } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { toJson } from '../json.ts';
import { gateFindings } from '../manifest/gate.ts';
import { buildPage } from '../page/build-page.ts';
import { ABSENT, GenerationConflict, type Storage } from '../storage/storage.ts';
import { damagedFiles } from './check-files.ts';

const TRIES = 60;

/** Builds the page of `release` from what is in the bucket. */
export async function renderPage(
  storage: Storage,
  release: Release,
  descriptors?: ReadonlyMap<string, VersionDescriptor>,
): Promise<string> {
  const path = `${paths.version('shell', release.shell.version)}/index.html`;
  const template = await storage.read(path);
  if (template === undefined)
    throw new ReleaseFailure(EXIT.integrity, `${path} is missing: publish shell@${release.shell.version} again.`);
  return buildPage({
    template: Buffer.from(template.bytes).toString('utf8'),
    release,
    descriptors: descriptors ?? (await readDescriptors(storage, release)),
    apiOrigin: (await readSite(storage, release.channel)).apiOrigin,
  });
}

/**
 * Brings the page up to the live release. Whoever moved the pointer does it, and so does everybody who finds it behind: a page is never
 * written from a release that is no longer live, because the pointer is read again after each write.
 */
export async function publishPage(storage: Storage, channel: string): Promise<Release> {
  for (let i = 0; i < TRIES; i += 1) {
    const current = await readCurrent(storage, channel);
    if (current === undefined) throw new ReleaseFailure(EXIT.failed, `The channel "${channel}" has no release yet.`);
    // Read before it is made: what changes meanwhile (pointer, API origin) makes the conditional write fail or this loop go round again.
    const present = await storage.read(paths.page(channel));
    const page = await renderPage(storage, current.release);
    if (present === undefined || Buffer.from(present.bytes).toString('utf8') !== page) {
      try {
        await storage.write(paths.page(channel), page, { ifGeneration: present?.generation ?? ABSENT });
      } catch (error) {
        if (!(error instanceof GenerationConflict)) throw error;
        continue;
      }
    }
    const after = await readCurrent(storage, channel);
    if (after?.generation === current.generation) return current.release;
  }
  throw new ReleaseFailure(
    EXIT.conflict,
    `The channel "${channel}" changed ${TRIES} times while its page was written. Try again.`,
  );
}

export type Plan = (current: Current | undefined) => Promise<Release> | Release;
export type WriteResult = { release: Release; before: Release | undefined };

/**
 * Writes the next release that `plan` makes of the live one: gate, release file, pointer, page. Release files are only ever created, so
 * whoever creates number n + 1 while n is live has won that number for good. A writer that finds the number taken moves the pointer there
 * on the other one's behalf, reads again and plans again: no update is lost, none is half done, and a writer that died is completed by
 * the next. `dryRun` stops after the gate.
 */
export async function writeRelease(
  storage: Storage,
  channel: string,
  plan: Plan,
  dryRun: boolean,
): Promise<WriteResult> {
  for (let i = 0; i < TRIES; i += 1) {
    const current = await readCurrent(storage, channel);
    const release = await plan(current);
    const descriptors = await readDescriptors(storage, release);
    await gate(storage, release, descriptors, current?.release);
    // A page that cannot be built must be known before anything is written.
    await renderPage(storage, release, descriptors);
    if (dryRun) return { release, before: current?.release };
    const won = await create(storage, paths.release(channel, release.number), toJson(release));
    await movePointer(storage, channel, current, release);
    if (won) {
      await publishPage(storage, channel);
      return { release, before: current?.release };
    }
    await sleep(Math.random() * 20 * Math.min(i + 1, 10));
  }
  throw new ReleaseFailure(
    EXIT.conflict,
    `Other writers were faster ${TRIES} times on channel "${channel}". Nothing was changed; try again.`,
  );
}

async function create(storage: Storage, path: string, text: string): Promise<boolean> {
  try {
    await storage.write(path, text, { ifGeneration: ABSENT });
    return true;
  } catch (error) {
    if (error instanceof GenerationConflict) return false;
    throw error;
  }
}

/** From the release that `current` says to the next number. A conflict means that somebody has done it already. */
async function movePointer(
  storage: Storage,
  channel: string,
  current: Current | undefined,
  { number, time }: Release,
): Promise<void> {
  const pointer: Pointer = { schema: 1, number, file: paths.releaseFile(number), time };
  try {
    await storage.write(paths.pointer(channel), toJson(pointer), { ifGeneration: current?.generation ?? ABSENT });
  } catch (error) {
    if (!(error instanceof GenerationConflict)) throw error;
  }
}

async function gate(
  storage: Storage,
  release: Release,
  descriptors: ReadonlyMap<string, VersionDescriptor>,
  before: Release | undefined,
): Promise<void> {
  const findings = gateFindings(release, (name, version) => {
    const found = descriptors.get(`${name}@${version}`);
    if (found === undefined) throw new Error(`no descriptor of ${name}@${version}`);
    return found;
  });
  // Versions are immutable, so only those that enter need their bytes read.
  const live = new Set(
    before === undefined
      ? []
      : [`shell@${before.shell.version}`, ...Object.entries(before.remotes).map(([name, r]) => `${name}@${r.version}`)],
  );
  for (const [label, descriptor] of descriptors)
    if (!live.has(label)) findings.push(...(await damagedFiles(storage, descriptor)));
  if (findings.length > 0)
    throw new ReleaseFailure(EXIT.refused, 'The gate refuses this set; nothing was changed.', findings);
}
