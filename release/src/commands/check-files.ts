import { createHash } from 'node:crypto';
import type { VersionDescriptor } from '@piloto/contracts';
import { paths } from '../bucket.ts';
import type { Storage } from '../storage/storage.ts';

const hashOf = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Files of a published version that are missing or have other bytes than their descriptor says, one sentence each. */
export async function damagedFiles(storage: Storage, descriptor: VersionDescriptor): Promise<string[]> {
  const folder = paths.version(descriptor.name, descriptor.version);
  const results = await Promise.all(
    Object.entries(descriptor.integrity).map(async ([file, hash]) => {
      const object = await storage.read(`${folder}/${file}`);
      if (object === undefined) return `${folder}/${file} is missing.`;
      return hashOf(object.bytes) === hash
        ? undefined
        : `${folder}/${file} has other bytes than its version was published with.`;
    }),
  );
  const named = [
    descriptor.entry,
    ...Object.values(descriptor.exposes),
    ...descriptor.css,
    ...descriptor.preload,
    ...descriptor.routes.flatMap((route) => route.preload ?? []),
  ];
  const unlisted = [...new Set(named)]
    .filter((file) => descriptor.integrity[file] === undefined)
    .map((file) => `${folder}/version.json names ${file} without its hash.`);
  return [...results.filter((line) => line !== undefined), ...unlisted];
}
