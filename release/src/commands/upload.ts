import type { VersionDescriptor } from '@piloto/contracts';
import { findDescriptor, paths } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { toJson } from '../json.ts';
import { integrityOf } from '../manifest/hashes.ts';
import { ABSENT, GenerationConflict, type Storage } from '../storage/storage.ts';

const AT_ONCE = 8;

/** A build, checked: the descriptor and all other files. */
export type BuiltVersion = { descriptor: VersionDescriptor; files: ReadonlyMap<string, Uint8Array> };

/** `repaired`: the version was there, and files of it that had been lost or damaged were put back. */
export type UploadStatus = 'published' | 'already published' | 'repaired';

/** Writes a version that can never change again. Throws with "refused" when other bytes have its name. */
export async function upload(storage: Storage, built: BuiltVersion): Promise<UploadStatus> {
  const { name, version } = built.descriptor;
  const present = await findDescriptor(storage, name, version);
  if (present !== undefined) return compare(storage, built, present);
  await writeFiles(storage, built, false);
  // The descriptor last: a version without it does not exist, so nobody is ever sent to a file that is still on its way.
  try {
    await storage.write(paths.descriptor(name, version), toJson(built.descriptor), { ifGeneration: ABSENT });
    return 'published';
  } catch (error) {
    if (!(error instanceof GenerationConflict)) throw error;
    const other = await findDescriptor(storage, name, version); // two published at once, the other one has just finished
    if (other === undefined) throw error;
    return compare(storage, built, other);
  }
}

function refusal({ descriptor: { name, version } }: BuiltVersion, files: readonly string[]): ReleaseFailure {
  return new ReleaseFailure(
    EXIT.refused,
    `${name}@${version} is published with other content. Versions never change: publish under another version.`,
    files.map((file) => `${file} differs.`),
  );
}

async function compare(storage: Storage, built: BuiltVersion, present: VersionDescriptor): Promise<UploadStatus> {
  if (!sameContent(present, built.descriptor)) throw refusal(built, []);
  return (await writeFiles(storage, built, true)) > 0 ? 'repaired' : 'already published';
}

/** Equal but for what a second build of the same sources changes: when, where and from which commit it ran. */
function sameContent(a: VersionDescriptor, b: VersionDescriptor): boolean {
  const content = ({ time: _time, builder: _builder, commit: _commit, ...rest }: VersionDescriptor): string =>
    JSON.stringify(rest);
  return content(a) === content(b);
}

/** Returns how many files were written. `published`: only what has lost the hash that its version promises is replaced. */
async function writeFiles(storage: Storage, built: BuiltVersion, published: boolean): Promise<number> {
  const { name, version, integrity } = built.descriptor;
  const differing: string[] = [];
  let written = 0;
  const write = async (file: string, bytes: Uint8Array): Promise<void> => {
    const path = `${paths.version(name, version)}/${file}`;
    for (;;) {
      const present = await storage.read(path);
      if (present !== undefined && Buffer.compare(present.bytes, bytes) === 0) return; // also what a killed publish left
      const promised = integrity[file];
      const isDamaged =
        published && present !== undefined && promised !== undefined && integrityOf(present.bytes) !== promised;
      if (present !== undefined && !isDamaged) {
        differing.push(file);
        return;
      }
      try {
        await storage.write(path, bytes, { ifGeneration: present?.generation ?? ABSENT });
        written += 1;
        return;
      } catch (error) {
        if (!(error instanceof GenerationConflict)) throw error; // another publisher of this version: look again
      }
    }
  };
  const waiting = [...built.files];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await write(...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (differing.length === 0) return written;
  if (published) throw refusal(built, differing);
  // Its publisher may still be at work, so what it wrote is not ours to replace.
  throw new ReleaseFailure(
    EXIT.refused,
    `${name}@${version} was begun with other bytes by a publish that did not finish. Publish under another version.`,
    differing.map((file) => `${file} differs.`),
  );
}
