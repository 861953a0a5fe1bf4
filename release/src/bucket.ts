import {
  type Pointer,
  pointerSchema,
  type Release,
  releaseSchema,
  type Site,
  siteSchema,
  type VersionDescriptor,
  versionSchema,
} from '@piloto/contracts';
import { EXIT, ReleaseFailure } from './failure.ts';
import { parseJson } from './json.ts';
import type { Storage } from './storage/storage.ts';

/** Names of what lies in a bucket. */
export const paths = {
  version: (name: string, version: string) => `remotes/${name}/${version}`,
  descriptor: (name: string, version: string) => `remotes/${name}/${version}/version.json`,
  pointer: (channel: string) => `channels/${channel}/current.json`,
  releaseFile: (number: number) => `releases/${String(number).padStart(6, '0')}.json`,
  release: (channel: string, number: number) => `channels/${channel}/${paths.releaseFile(number)}`,
  page: (channel: string) => `channels/${channel}/index.html`,
  site: (channel: string) => `channels/${channel}/site.json`,
};

/** Where the page finds a version, from the root of its own origin. */
export const baseOf = (name: string, version: string): string => `/${paths.version(name, version)}/`;

export async function findDescriptor(
  storage: Storage,
  name: string,
  version: string,
): Promise<VersionDescriptor | undefined> {
  const path = paths.descriptor(name, version);
  const object = await storage.read(path);
  if (object === undefined) return undefined;
  const descriptor = parseJson(versionSchema, object.bytes, path);
  if (descriptor.name === name && descriptor.version === version) return descriptor;
  throw new ReleaseFailure(EXIT.integrity, `${path} describes ${descriptor.name}@${descriptor.version}.`);
}

/** The descriptor, or a message that says which remotes and versions there are. */
export async function readDescriptor(storage: Storage, name: string, version: string): Promise<VersionDescriptor> {
  const found = await findDescriptor(storage, name, version);
  if (found !== undefined) return found;
  const names = await storage.folders('remotes');
  if (!names.includes(name)) {
    const known = names.length === 0 ? 'Nothing was published yet' : `Published are: ${names.join(', ')}`;
    throw new ReleaseFailure(EXIT.failed, `There is no remote "${name}" in ${storage.address}. ${known}.`);
  }
  const versions = await publishedVersions(storage, name);
  throw new ReleaseFailure(
    EXIT.failed,
    `${name} has no version ${version}. Published are: ${versions.join(', ') || 'none'}.`,
  );
}

/** Versions of `name` that are complete, in the order of their upload. */
export async function publishedVersions(storage: Storage, name: string): Promise<string[]> {
  const found = await Promise.all(
    (await storage.folders(`remotes/${name}`)).map((version) => findDescriptor(storage, name, version)),
  );
  return found
    .filter((descriptor) => descriptor !== undefined)
    .toSorted((a, b) => a.time.localeCompare(b.time))
    .map((descriptor) => descriptor.version);
}

export type Current = { pointer: Pointer; generation: string; release: Release };

/** A channel's name comes from the command line and becomes a folder. */
export function requireChannel(channel: string): void {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(channel))
    throw new ReleaseFailure(EXIT.usage, `"${channel}" is not a channel: use lower-case letters, digits and "-".`);
}

/** The live release of a channel, or undefined when nothing was promoted yet. */
export async function readCurrent(storage: Storage, channel: string): Promise<Current | undefined> {
  requireChannel(channel);
  const path = paths.pointer(channel);
  const object = await storage.read(path);
  if (object === undefined) return undefined;
  const pointer = parseJson(pointerSchema, object.bytes, path);
  return { pointer, generation: object.generation, release: await readRelease(storage, channel, pointer.number) };
}

export async function requireCurrent(storage: Storage, channel: string): Promise<Current> {
  const current = await readCurrent(storage, channel);
  if (current !== undefined) return current;
  throw new ReleaseFailure(
    EXIT.failed,
    `The channel "${channel}" has no release yet. Promote a shell and its remotes first.`,
  );
}

/** Release `number`, which the channel counts as one of its own. */
export async function readRelease(storage: Storage, channel: string, number: number): Promise<Release> {
  const path = paths.release(channel, number);
  const object = await storage.read(path);
  if (object === undefined)
    throw new ReleaseFailure(EXIT.integrity, `${path} is missing, though the channel counts it as release ${number}.`);
  const release = parseJson(releaseSchema, object.bytes, path);
  if (release.number === number && release.channel === channel) return release;
  throw new ReleaseFailure(
    EXIT.integrity,
    `${path} says that it is release ${release.number} of "${release.channel}".`,
  );
}

/** A release that a person asked for by its number; one that was written and never became live does not count. */
export async function findRelease(storage: Storage, live: Release, number: number): Promise<Release> {
  if (number >= 1 && number <= live.number) return readRelease(storage, live.channel, number);
  throw new ReleaseFailure(
    EXIT.failed,
    `Channel "${live.channel}" has no release ${number}. There are: 1 to ${live.number}.`,
  );
}

export async function readSite(storage: Storage, channel: string): Promise<Site> {
  const path = paths.site(channel);
  const object = await storage.read(path);
  return object === undefined ? { schema: 1, apiOrigin: '' } : parseJson(siteSchema, object.bytes, path);
}

/** Every descriptor that a release needs, previous versions included, by `name@version`. */
export async function readDescriptors(storage: Storage, release: Release): Promise<Map<string, VersionDescriptor>> {
  const wanted: [string, string][] = [['shell', release.shell.version]];
  for (const [name, remote] of Object.entries(release.remotes)) {
    wanted.push([name, remote.version]);
    if (remote.previous !== undefined) wanted.push([name, remote.previous.version]);
  }
  const found = await Promise.all(wanted.map(([name, version]) => readDescriptor(storage, name, version)));
  return new Map(found.map((descriptor) => [`${descriptor.name}@${descriptor.version}`, descriptor]));
}
