import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMain, say } from './main.ts';
import { ROOT } from './root.ts';
import { BadSetting } from './settings.ts';

const FOLDER = join(ROOT, 'bench');

/** Each folder of bench/ with a main.ts is one benchmark. */
const benchmarks = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(FOLDER, entry.name, 'main.ts')))
    .map((entry) => entry.name)
    .toSorted();

function run(name: string, options: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(FOLDER, name, 'main.ts'), ...options], { cwd: ROOT, stdio: 'inherit' });
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
