import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, Failure } from '../failure.ts';
import { LOCAL, ROOT } from '../root.ts';
import { withLock } from '../setup/lock.mjs';
import { runProgram } from './program.ts';
import { deployables, inputHash } from './packages.ts';

const AT_ONCE = 2;
const stampSchema = z.object({ inputs: z.string(), version: z.string() });

export type Build = { name: string; version: string; folder: string };

const folderOf = (name: string): string => join(LOCAL, 'build', name);
const stampOf = (name: string): string => join(LOCAL, 'build', `${name}.json`);

function upToDate(name: string, inputs: string): Build | undefined {
  try {
    const stamp = stampSchema.parse(JSON.parse(readFileSync(stampOf(name), 'utf8')));
    const folder = folderOf(name);
    return stamp.inputs === inputs && existsSync(join(folder, 'version.json'))
      ? { name, version: stamp.version, folder }
      : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

async function build(name: string, outDir: string, signal: AbortSignal | undefined): Promise<string> {
  const args = [join(import.meta.dirname, 'build-package.ts'), name, outDir];
  // Vite's development server sets NODE_ENV for its whole process, and a shell may: what is released is always for production.
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' };
  const { code, output } = await runProgram(process.execPath, args, { cwd: ROOT, env, signal });
  if (code !== 0) throw new Failure(`The build of ${name} failed:\n${output}`.trimEnd());
  return output.trim().split('\n').at(-1) ?? '';
}

type Report = (line: string) => void;

async function refresh(name: string, report: Report, signal: AbortSignal | undefined): Promise<Build> {
  const inputs = inputHash(name);
  const known = upToDate(name, inputs);
  if (known !== undefined) return known;
  const began = Date.now();
  const next = `${folderOf(name)}.new`;
  rmSync(next, { recursive: true, force: true });
  const version = await build(name, next, signal);
  rmSync(stampOf(name), { force: true }); // first: a kill between the next lines must not leave a stamp of other files
  rmSync(folderOf(name), { recursive: true, force: true });
  renameSync(next, folderOf(name));
  writeFileSync(stampOf(name), JSON.stringify({ inputs, version }));
  report(`Built ${name} ${version} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return { name, version, folder: folderOf(name) };
}

/** Builds every deployable whose sources changed since its last build, two at once. Nothing changed: nothing is built. */
export async function refreshBuilds(report: Report, signal?: AbortSignal): Promise<Build[]> {
  mkdirSync(join(LOCAL, 'build'), { recursive: true });
  return withLock(
    join(LOCAL, 'build.lock'),
    async () => {
      const waiting = deployables();
      const builds: Build[] = [];
      const work = async (): Promise<void> => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
          builds.push(await refresh(name, report, signal));
      };
      const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
      const failure = workers.find((worker) => worker.status === 'rejected');
      if (failure !== undefined) throw failure.reason;
      return builds.toSorted((a, b) => a.name.localeCompare(b.name));
    },
    (pid) => report(`Another build of this checkout is running (process ${pid}); waiting for it…`),
  );
}
