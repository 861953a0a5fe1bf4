import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { withLock } from './lock.ts';
import { ABSENT, GenerationConflict, type Storage, type StoredObject, type WriteOptions } from './storage.ts';

const LOCK = '.write-lock';
const STAGING = '.staging';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const REFUSALS: Record<string, string> = {
  EACCES: 'this user has no right to. Give it the right, or name another bucket with --bucket',
  EPERM: 'this user has no right to. Give it the right, or name another bucket with --bucket',
  EROFS: 'the disk is read-only. Name another bucket with --bucket',
  ENOSPC: 'the disk is full. Free some space, then run the same command again',
  EDQUOT: "this user's quota is used up. Free some space, then run the same command again",
};

/** Turns what the disk refuses into what to do about it; other failures pass. */
function explain(error: unknown, doing: 'read' | 'write', path: string): never {
  const isLocked = error instanceof Error && /unable to open database file|readonly database/.test(error.message);
  const reason = REFUSALS[isLocked ? 'EACCES' : codeOf(error)];
  if (reason === undefined) throw error;
  throw new ReleaseFailure(EXIT.failed, `Cannot ${doing} ${path}: ${reason}.`, [], { cause: error });
}

/** The generation that a file has: ABSENT without one. */
async function generationOf(file: string): Promise<number> {
  try {
    return Math.round((await stat(file)).mtimeMs);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Number(ABSENT);
    throw error;
  }
}

/** Bytes and generation through one handle, so that they belong together whatever is renamed meanwhile. */
async function readFileOf(file: string): Promise<StoredObject | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const { mtimeMs } = await handle.stat();
    return { bytes: await handle.readFile(), generation: String(Math.round(mtimeMs)) };
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    return explain(error, 'read', file);
  } finally {
    await handle?.close();
  }
}

/**
 * Puts a file in its place whole or not at all, also when the machine loses power. Only ever called under the lock, so whatever lies
 * in the staging folder was left by a process that was killed.
 */
async function replace(file: string, staging: string, bytes: Uint8Array | string, generation: number): Promise<void> {
  for (const left of await readdir(staging)) await rm(join(staging, left), { force: true });
  const temporary = join(staging, randomUUID());
  const handle = await open(temporary, 'wx', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.utimes(generation / 1000, generation / 1000);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  if (process.platform === 'win32') return; // a folder cannot be opened there
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * A folder as bucket. An object's generation is its file's modification time in milliseconds (Cloud Storage's is a time as well). It is
 * set before the file takes its place and always grows, so it is part of the file: there is no second place that a killed writer could
 * leave behind. Writes compare and rename under the folder's lock.
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
      return explain(error, 'read', locate(path));
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
      const staging = join(root, STAGING);
      try {
        await mkdir(staging, { recursive: true });
        await mkdir(dirname(file), { recursive: true });
        return await withLock(join(root, LOCK), async () => {
          const present = await generationOf(file);
          if (ifGeneration !== undefined && ifGeneration !== String(present)) throw new GenerationConflict(path);
          const generation = Math.max(Date.now(), present + 1);
          await replace(file, staging, bytes, generation);
          return String(generation);
        });
      } catch (error) {
        return explain(error, 'write', file);
      }
    },
  };
}

/** The storage behind `--bucket`: `file:<folder>`, or a plain folder. */
export function openStorage(address: string): Storage {
  const folder = address.replace(/^file:(?:\/\/)?/, '');
  if (folder === '' || /^[a-z][a-z0-9+.-]+:/i.test(folder))
    throw new ReleaseFailure(
      EXIT.usage,
      `${address}: this version of the tool writes to folders only. Use --bucket file:<folder>.`,
    );
  return localStorage(folder);
}
