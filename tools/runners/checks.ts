import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL, packageBin, PYTHON, pythonBin, ROOT } from '../root.ts';
import { type ProgramResult, runProgram } from '../stack/program.ts';

export type Check = { name: string; run: (signal?: AbortSignal) => Promise<ProgramResult> };

const program =
  (command: string, args: readonly string[], cwd = ROOT): Check['run'] =>
  (signal) =>
    runProgram(command, args, { cwd, signal });

const api = join(ROOT, 'api');
/** Ruff's rules for single files are written relative to api/. */
const ruff =
  (command: readonly string[]): Check['run'] =>
  async (signal) => {
    const own = await runProgram(pythonBin('ruff'), [...command, '.'], { cwd: api, signal });
    const args = [...command, '--config', 'api/pyproject.toml', 'tools'];
    const scripts = await runProgram(pythonBin('ruff'), args, { cwd: ROOT, signal });
    return { code: Math.max(own.code, scripts.code), output: own.output + scripts.output };
  };

function filesBelow(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

/** Generates the client anew, in a copy of its package beside the original, and compares it with what is committed. */
async function clientDrift(signal?: AbortSignal): Promise<ProgramResult> {
  const source = join(ROOT, 'shared/api-client');
  const copy = mkdtempSync(join(LOCAL, 'client-'));
  try {
    const output = join(copy, 'generated');
    const args = ['--file', join(source, 'openapi-ts.config.ts'), '--output', output, '--silent'];
    const result = await runProgram(packageBin('openapi-ts', 'shared/api-client'), args, { cwd: source, signal });
    if (result.code !== 0) return result;
    const fresh = filesBelow(output);
    const committed = filesBelow(join(source, 'src/generated'));
    const differing = [...new Set([...fresh.keys(), ...committed.keys()])].filter(
      (file) => fresh.get(file) !== committed.get(file),
    );
    return differing.length === 0
      ? { code: 0, output: '' }
      : {
          code: 1,
          output: `shared/api-client/src/generated differs from api/openapi.json in ${differing.join(', ')}.\nGenerate it: cd shared/api-client && node_modules/.bin/openapi-ts\n`,
        };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What `npm run check` runs, and `npm test` counts one by one. */
export const CHECKS: readonly Check[] = [
  { name: 'types (tsc)', run: program(packageBin('tsc'), ['-p', '.']) },
  { name: 'lint (oxlint)', run: program(packageBin('oxlint'), ['--quiet']) },
  { name: 'format (biome)', run: program(packageBin('biome'), ['format', '.']) },
  { name: 'dead code (knip)', run: program(packageBin('knip'), ['--no-progress', '--no-config-hints']) },
  { name: 'layout', run: program(process.execPath, [join(ROOT, 'tools/layout.ts')]) },
  { name: 'Python lint (ruff)', run: ruff(['check']) },
  { name: 'Python format (ruff)', run: ruff(['format', '--check']) },
  { name: 'Python types (mypy)', run: program(pythonBin('mypy'), ['app', '../tools/postgres.py'], api) },
  { name: 'OpenAPI drift', run: program(PYTHON, ['-m', 'app.openapi', '--check'], api) },
  { name: 'API client drift', run: clientDrift },
];
