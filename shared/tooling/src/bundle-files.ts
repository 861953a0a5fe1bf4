import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file below `folder`, relative, forward slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .toSorted();
}

export const integrityOf = (file: string): string =>
  `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** One hash over names and bytes of all files of a build: the same sources give the same version. */
export function contentHash(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 8);
}

type Chunk = { file: string; name?: string; imports?: string[]; css?: string[] };
export type BundleManifest = Record<string, Chunk>;

/** `key` and everything that it imports statically. */
export function staticClosure(
  manifest: BundleManifest,
  key: string | undefined,
  seen: Set<string> = new Set(),
): Set<string> {
  const chunk = key === undefined ? undefined : manifest[key];
  if (key === undefined || chunk === undefined || seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk.imports ?? []) staticClosure(manifest, next, seen);
  return seen;
}
