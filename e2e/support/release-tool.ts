import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackUnderTest } from './stack.ts';

const ROOT = join(import.meta.dirname, '../..');
const bucket = (): string => join(stackUnderTest().home, 'bucket');

export type Outcome = { code: number | null; out: string; err: string };

/** The release tool as ops run it, against the bucket of the stack under test. */
export function release(...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'release/src/main.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, PILOTO_HOME: stackUnderTest().home },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr };
}

export function releaseOrFail(...args: string[]): string {
  const { code, out, err } = release(...args);
  if (code !== 0) throw new Error(`release ${args.join(' ')} ended with ${code}:\n${err}${out}`);
  return out;
}

type Live = { number: number; shell: { version: string }; remotes: Record<string, { version: string } | undefined> };
export function liveRelease(): Live {
  const live: Live = JSON.parse(releaseOrFail('status', '--json'));
  return live;
}
export function liveVersion(remote: string): string {
  const version = liveRelease().remotes[remote]?.version;
  if (version === undefined) throw new Error(`The live release has no ${remote}.`);
  return version;
}

const folderOf = (remote: string, version: string): string => join(bucket(), 'remotes', remote, version);

/** Files of a version in the bucket, by their names relative to it. */
export const filesOf = (remote: string, version: string): string[] =>
  readdirSync(folderOf(remote, version), { recursive: true, encoding: 'utf8' });

const integrityOf = (bytes: Buffer): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * Publishes what a remote team would have built: the live version of `remote` with one text changed in its scripts, as `version`.
 * Not a new build, which would take a minute and prove nothing more about the release.
 */
export function publishVariant(remote: string, version: string, before: string, after: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'piloto-variant-'));
  try {
    cpSync(folderOf(remote, liveVersion(remote)), folder, { recursive: true });
    const file = join(folder, 'version.json');
    const descriptor: { version: string; integrity: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'));
    const changed = Object.keys(descriptor.integrity).filter((name) => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      if (!name.endsWith('.js') || !text.includes(before)) return false;
      writeFileSync(path, text.replaceAll(before, after));
      descriptor.integrity[name] = integrityOf(readFileSync(path));
      return true;
    });
    if (changed.length === 0) throw new Error(`No script of ${remote} contains "${before}".`);
    writeFileSync(file, JSON.stringify({ ...descriptor, version }));
    releaseOrFail('publish', folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes a version's files out of the served bucket while `task` runs, as a deletion by mistake would. */
export async function withoutFiles(remote: string, version: string, task: () => Promise<void>): Promise<() => void> {
  const folder = folderOf(remote, version);
  const aside = `${folder}.aside`;
  let away = true;
  renameSync(folder, aside);
  const back = (): void => {
    if (away) renameSync(aside, folder);
    away = false;
  };
  try {
    await task();
  } catch (error) {
    back();
    throw error;
  }
  return back;
}
