import { join } from 'node:path';

/** The checkout. */
export const ROOT = join(import.meta.dirname, '..');
export const LOCAL = join(ROOT, '.local');

const venvBin = join(LOCAL, 'venv', process.platform === 'win32' ? 'Scripts' : 'bin');
export const PYTHON = join(venvBin, process.platform === 'win32' ? 'python.exe' : 'python');
/** A program of the Python environment. */
export const pythonBin = (name: string): string => join(venvBin, process.platform === 'win32' ? `${name}.exe` : name);
/** A program of the JavaScript packages, by the folder that depends on it. */
export const packageBin = (name: string, folder = '.'): string =>
  join(ROOT, folder, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
