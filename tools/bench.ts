import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMain, say } from './main.ts';
import { PYTHON, ROOT } from './root.ts';
import { BadSetting } from './settings.ts';

const FOLDER = join(ROOT, 'bench');

/** Each folder of bench/ with one of these is a benchmark: those of the browser in TypeScript, those of the API in Python. */
const PROGRAMS = { 'main.ts': process.execPath, 'run.py': PYTHON };

function programOf(name: string): [command: string, file: string] | undefined {
  for (const [file, command] of Object.entries(PROGRAMS)) {
    const path = join(FOLDER, name, file);
    if (existsSync(path)) return [command, path];
  }
  return undefined;
}

const benchmarks = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && programOf(entry.name) !== undefined)
    .map((entry) => entry.name)
    .toSorted();

function run(name: string, options: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const [command, file] = programOf(name) ?? [process.execPath, name];
    const child = spawn(command, [file, ...options], { cwd: ROOT, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

await runMain(async () => {
  const args = process.argv.slice(2);
  // The names come first; what follows belongs to the benchmarks.
  const first = args.findIndex((arg) => arg.startsWith('-'));
  const names = first === -1 ? args : args.slice(0, first);
  const known = benchmarks();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new BadSetting(`There is no benchmark "${unknown.join('", "')}". There are: ${known.join(', ') || 'none'}.`);
  if (names.length === 0) {
    say(`Usage: npm run bench -- <name>… [-- options]\nBenchmarks: ${known.join(', ') || 'none'}`);
    return 0;
  }
  for (const name of names) {
    const code = await run(name, first === -1 ? [] : args.slice(first));
    if (code !== 0) return code;
  }
  return 0;
});
