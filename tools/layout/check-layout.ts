import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkArrows } from './arrows.ts';
import { checkStyles, checkTexts } from './screen.ts';
import type { Finding } from './source.ts';
import { checkPlaces, checkTree } from './tree.ts';

const SKIPPED = new Set(['node_modules', '.git', '.local', 'dist', '__pycache__', 'test-results', 'playwright-report']);
const BINARY = /\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|ttf|pdf|docx|xlsx|zip|gz|br|wasm|npy)$/i;
const CODE = /\.tsx?$/;

function walk(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name) || entry.name.startsWith('.piloto')) return [];
    return entry.isDirectory() ? walk(root, path) : [path];
  });
}

/** The files that are or would be committed; without Git (an archive of the sources), all that is there. */
export function repositoryFiles(root: string): string[] {
  if (!existsSync(join(root, '.git'))) return walk(root);
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return listed
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)) && statSync(join(root, file)).isFile());
}

/** Every rule on one file. */
export function checkFile(file: string, read: () => string): Finding[] {
  const findings = checkTree(file);
  if (BINARY.test(file)) return findings;
  const source = read();
  findings.push(...checkPlaces(file, source), ...checkStyles(file, source));
  if (CODE.test(file) && !/\.gen\.ts$|\/generated\//.test(file))
    findings.push(...checkArrows(file, source), ...checkTexts(file, source));
  return findings;
}

export function checkLayout(root: string): Finding[] {
  return repositoryFiles(root).flatMap((file) => checkFile(file, () => readFileSync(join(root, file), 'utf8')));
}
