import type { Release, VersionDescriptor } from '@piloto/contracts';
import { findDescriptor, findRelease, paths, readRelease, requireCurrent } from '../bucket.ts';
import { changesBetween, type RemoteChange, sayChange, sayDescriptorDiff } from '../manifest/diff.ts';
import { versionOf } from '../manifest/plan.ts';
import type { Storage } from '../storage/storage.ts';
import type { Context } from './context.ts';

export type Status = Pick<Release, 'number' | 'channel' | 'time' | 'by' | 'reason'> & {
  shell: { version: string };
  remotes: Record<string, { version: string; previous?: string; canary?: unknown }>;
};

/** The live set of a channel. */
export async function status({ storage }: Context, channel: string): Promise<Status> {
  const { release } = await requireCurrent(storage, channel);
  const { number, time, by, reason } = release;
  return {
    number,
    channel,
    time,
    by,
    reason,
    shell: { version: release.shell.version },
    remotes: Object.fromEntries(
      Object.entries(release.remotes).map(([name, { version, previous, canary }]) => [
        name,
        {
          version,
          ...(previous !== undefined && { previous: previous.version }),
          ...(canary !== undefined && { canary }),
        },
      ]),
    ),
  };
}

export type HistoryEntry = { number: number; time: string; by: string; reason: string; changes: RemoteChange[] };

/** Releases of a channel, newest first. */
export async function history({ storage }: Context, channel: string, limit = Infinity): Promise<HistoryEntry[]> {
  const { release: live } = await requireCurrent(storage, channel);
  const entries: HistoryEntry[] = [];
  let release: Release | undefined = live;
  while (release !== undefined && entries.length < limit) {
    const before: Release | undefined =
      release.number > 1 ? await readRelease(storage, channel, release.number - 1) : undefined;
    const { number, time, by, reason } = release;
    entries.push({ number, time, by, reason, changes: changesBetween(before, release) });
    release = before;
  }
  return entries;
}

export type Diff = { from: number; to: number; changes: (RemoteChange & { words: string; details: string[] })[] };

/** Bytes of all scripts and styles of a version, before compression. */
async function sizeOf(storage: Storage, descriptor: VersionDescriptor | undefined): Promise<number> {
  if (descriptor === undefined) return 0;
  const files = Object.keys(descriptor.integrity).filter((file) => /\.(?:m?js|css)$/.test(file));
  const folder = paths.version(descriptor.name, descriptor.version);
  const objects = await Promise.all(files.map((file) => storage.read(`${folder}/${file}`)));
  return objects.reduce((sum, object) => sum + (object?.bytes.length ?? 0), 0);
}
const inKilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;

/** What differs between two releases, in words too. */
export async function diff({ storage }: Context, channel: string, from: number, to: number): Promise<Diff> {
  const { release: live } = await requireCurrent(storage, channel);
  const [before, after] = await Promise.all([findRelease(storage, live, from), findRelease(storage, live, to)]);
  const changes = await Promise.all(
    changesBetween(before, after).map(async (change) => {
      const load = (release: Release) => {
        const version = versionOf(release, change.name);
        return version === undefined ? undefined : findDescriptor(storage, change.name, version);
      };
      const [old, next] = [await load(before), await load(after)];
      const details = sayDescriptorDiff(old, next);
      const sizes = [await sizeOf(storage, old), await sizeOf(storage, next)];
      if (sizes[0] !== sizes[1]) details.push(`scripts and styles: ${sizes.map(inKilobytes).join(' → ')}`);
      return { ...change, words: sayChange(change), details };
    }),
  );
  return { from, to, changes };
}
