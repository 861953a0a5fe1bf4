import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../root.ts';

/** What is neither built nor decides how something is built. */
const IGNORED = new Set(['node_modules', 'dist', '.local', 'testing', 'gallery', 'README.md', 'test-results']);
const BUILD_INPUTS = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.json'];
/** How a build is run: a build of another recipe is another build. */
const RECIPE = ['builds.ts', 'build-package.ts'].map((file) => join(import.meta.dirname, file));

/** Every deployable front-end package of the workspace: the shell, and each `mfe-*` folder with a Vite configuration. */
export function deployables(root: string = ROOT): string[] {
  const remotes = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('mfe-'))
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(root, name, 'vite.config.ts')) && existsSync(join(root, name, 'package.json')))
    .toSorted();
  return ['shell', ...remotes];
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name) || /\.(?:test|spec)\.tsx?$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}

/** One hash over all that a build of `name` reads: its folder, the shared packages, the pinned dependencies, the Node. */
export function inputHash(name: string, root: string = ROOT): string {
  const hash = createHash('sha256').update(process.version);
  const files = [
    ...sources(join(root, name)),
    ...sources(join(root, 'shared')),
    ...BUILD_INPUTS.map((f) => join(root, f)),
  ];
  for (const file of RECIPE) hash.update(readFileSync(file));
  for (const file of files.toSorted()) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}
