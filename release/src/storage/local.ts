import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { withLock } from './lock.ts';
import { ABSENT, GenerationConflict, type Storage, type StoredObject, type WriteOptions } from './storage.ts';

const LOCK = '.lock';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Turns what the disk refuses into what to do about it; other failures pass. */
function explain(error: unknown, path: string): never {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    throw new ReleaseFailure(
      EXIT.failed,
      `No right to write ${path}. Give this user the right, or name another bucket with --bucket.`,
      [],
      { cause: error },
    );
  if (code === 'ENOSPC')
    throw new ReleaseFailure(
      EXIT.failed,
      `The disk that holds ${path} is full. Free some space, then run the same command again.`,
      [],
      { cause: error },
    );
  throw error;
}

/** Bytes and generation through one handle, so that they belong together whatever is renamed meanwhile. */
async function readFileOf(file: string): Promise<StoredObject | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const { ino, mtimeNs, isFile } = await handle
      .stat({ bigint: true })
      .then((info) => ({ ino: info.ino, mtimeNs: info.mtimeNs, isFile: info.isFile() }));
    return isFile ? { bytes: await handle.readFile(), generation: `${ino}-${mtimeNs}` } : undefined;
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    return explain(error, file);
  } finally {
    await handle?.close();
  }
}

/** Written beside the target, forced to the disk, then renamed: a reader sees the old file or the new one. */
async function replace(file: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(file), `.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    explain(error, file);
  }
}

/**
 * A folder as bucket. A write makes a new file and renames it over the old one, so the file itself (inode and time) is its generation:
 * there is no second place that a killed writer could leave behind. Conditional writes compare and rename under the folder's lock.
 */
export function localStorage(folder: string): Storage {
  const root = resolve(folder);
  const locate = (path: string): string => {
    const file = resolve(root, path);
    if (!file.startsWith(root + sep)) throw new Error(`${path} lies outside the bucket.`);
    return file;
  };
  const read = (path: string): Promise<StoredObject | undefined> => readFileOf(locate(path));
  const names = async (path: string): Promise<{ name: string; folder: boolean }[]> => {
    try {
      const entries = await readdir(locate(path), { withFileTypes: true });
      return entries
        .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
        .filter(({ name }) => !name.startsWith('.'));
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
      return explain(error, locate(path));
    }
  };
  const list = async (prefix: string): Promise<string[]> => {
    const found = await Promise.all(
      (await names(prefix)).map(async ({ name, folder: isFolder }) =>
        isFolder ? list(`${prefix}/${name}`) : [`${prefix}/${name}`],
      ),
    );
    return found.flat().toSorted();
  };
  return {
    address: `file:${root}`,
    read,
    list,
    folders: async (prefix) =>
      (await names(prefix))
        .filter((entry) => entry.folder)
        .map((entry) => entry.name)
        .toSorted(),
    async write(path, bytes, { ifGeneration }: WriteOptions = {}) {
      const file = locate(path);
      try {
        await mkdir(dirname(file), { recursive: true });
      } catch (error) {
        explain(error, file);
      }
      if (ifGeneration === undefined) return replace(file, bytes);
      return withLock(join(root, LOCK), async () => {
        const present = await read(path);
        if (ifGeneration !== (present?.generation ?? ABSENT)) throw new GenerationConflict(path);
        await replace(file, bytes);
      });
    },
  };
}

/** The storage behind `--bucket`: `file:<folder>`, or a plain folder. */
export function openStorage(address: string): Storage {
  if (address.startsWith('gs://'))
    throw new ReleaseFailure(
      EXIT.usage,
      `${address}: this version of the tool writes to folders only. Use --bucket file:<folder>.`,
    );
  return localStorage(address.replace(/^file:(?:\/\/)?/, ''));
}
