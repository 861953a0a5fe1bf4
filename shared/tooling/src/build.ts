import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTRACT_VERSION, type Route, type VersionDescriptor, versionSchema } from '@piloto/contracts';
import { build } from 'vite';
import { type BundleManifest, contentHash, integrityOf, listFiles, staticClosure } from './bundle-files.ts';
import type { RemoteDefinitionFile } from './remote-definition.ts';
import { remoteConfig } from './remote-preset.ts';
import { SHARED_MODULES } from './shared-modules.ts';
import { installedVersion, shellConfig } from './shell-preset.ts';

export type BuildOptions = {
  /** Repository root. */
  root: string;
  /** Folder and package name of the remote, or "shell". */
  name: string;
  outDir: string;
  /** Default: the package's version and eight characters of the content's hash, so that equal bytes have equal names. */
  version?: string | undefined;
};

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function packageVersion(folder: string): string {
  const data = readJson(join(folder, 'package.json'));
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined;
  if (typeof version !== 'string') throw new Error(`${join(folder, 'package.json')} has no "version".`);
  return version;
}

/** The commit that the sources come from; "unknown" outside a Git checkout, "-dirty" behind it with uncommitted changes. */
function commitOf(root: string): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return (
      git('rev-parse', '--short=12', 'HEAD') +
      (git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '-dirty')
    );
  } catch {
    return 'unknown';
  }
}

function manifestOf(outDir: string): BundleManifest {
  return readJson(join(outDir, '.vite/manifest.json')) as BundleManifest;
}

function finish(
  options: BuildOptions,
  part: Pick<VersionDescriptor, 'entry' | 'exposes' | 'css' | 'preload' | 'requires' | 'routes'> &
    Partial<VersionDescriptor>,
): VersionDescriptor {
  const { root, name, outDir } = options;
  rmSync(join(outDir, '.vite'), { recursive: true, force: true });
  const files = listFiles(outDir).filter((file) => file !== 'version.json');
  const descriptor = versionSchema.parse({
    schema: 1,
    name,
    version: options.version ?? `${packageVersion(join(root, name))}-${contentHash(outDir, files)}`,
    integrity: Object.fromEntries(files.map((file) => [file, integrityOf(join(outDir, file))])),
    contract: CONTRACT_VERSION,
    commit: commitOf(root),
    builder: `${process.env.CI === 'true' ? 'ci' : 'local'} node ${process.versions.node}`,
    time: new Date().toISOString(),
    ...part,
  });
  writeFileSync(join(outDir, 'version.json'), `${JSON.stringify(descriptor, null, 1)}\n`);
  return descriptor;
}

/** Ranges of the shared packages that a remote was built against: the same major, at least the installed version. */
function requiredRanges(root: string, name: string): Record<string, string> {
  const packages = new Set(
    Object.keys(SHARED_MODULES).map((key) =>
      key
        .split('/')
        .slice(0, key.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
  return Object.fromEntries([...packages].map((pkg) => [pkg, `^${installedVersion(join(root, name), pkg)}`]));
}

/** Builds the remote in `<root>/<name>` into `outDir`, with its `version.json`. Throws when a declared page has no chunk. */
export async function buildRemote(options: BuildOptions): Promise<VersionDescriptor> {
  const { root, name, outDir } = options;
  const folder = join(root, name);
  const definition = (
    (await import(pathToFileURL(join(folder, 'remote.config.ts')).href)) as { default: RemoteDefinitionFile }
  ).default;
  const config = remoteConfig(folder, { exposes: definition.exposes ?? {} });
  await build({ ...config, configFile: false, logLevel: 'warn', build: { ...config.build, outDir } });
  const manifest = manifestOf(outDir);
  const keys = Object.keys(manifest);
  const find = (what: string, test: (key: string) => boolean): string => {
    const found = keys.find(test);
    if (found === undefined) throw new Error(`${name}: the build has no chunk for ${what}.`);
    return found;
  };
  const fileOf = (key: string): string => manifest[key]?.file ?? '';
  const closure = (...starts: string[]): string[] =>
    [...new Set(starts.flatMap((key) => [...staticClosure(manifest, key)]))].map(fileOf);
  const entry = find('the entry', (key) => manifest[key]?.name === 'remoteEntry');
  const shareMap = keys.find((key) => key.includes('localSharedImportMap'));
  const expose = (file: string): string =>
    find(file, (key) => key === file.replace(/^\.\//, '') || key.endsWith(file.replace(/^\.\//, '')));
  const exposes = { './remote': './src/remote.tsx', ...definition.exposes };
  const base = closure(entry, ...(shareMap === undefined ? [] : [shareMap]), expose('./src/remote.tsx'));
  const routes = definition.routes.map(({ page, ...route }): Route => {
    const preload = closure(find(`the page ${page} of ${route.path}`, (key) => key === page)).filter(
      (file) => !base.includes(file),
    );
    return { ...route, ...(preload.length > 0 && { preload }) };
  });
  const css = [...new Set(keys.flatMap((key) => manifest[key]?.css ?? []))];
  if (definition.provides !== undefined) await buildSession(folder, definition.provides.session, outDir);
  const session = listFiles(outDir).find((file) => /^session-[\w-]+\.js$/.test(file));
  return finish(options, {
    entry: fileOf(entry),
    exposes: Object.fromEntries(Object.entries(exposes).map(([key, file]) => [key, fileOf(expose(file))])),
    css,
    preload: base,
    requires: requiredRanges(root, name),
    routes,
    ...(definition.slots !== undefined && { slots: definition.slots }),
    ...(session !== undefined && { provides: { session } }),
  });
}

/** The session is plain ESM, not a container: 14 to 10 script requests before the first screen. */
async function buildSession(folder: string, source: string, outDir: string): Promise<void> {
  await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { session: join(folder, source) },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'session-[hash].js', codeSplitting: false },
      },
    },
  });
}

/** Builds the shell into `outDir`: its page template stays beside its files as `index.html`. */
export async function buildShell(options: Omit<BuildOptions, 'name'>): Promise<VersionDescriptor> {
  const { root, outDir } = options;
  const folder = join(root, 'shell');
  const config = shellConfig(folder);
  await build({ ...config, configFile: false, logLevel: 'warn', build: { ...config.build, outDir } });
  const manifest = manifestOf(outDir);
  const entry = Object.entries(manifest).find(([key]) => key === 'index.html');
  if (entry === undefined) throw new Error('shell: the build has no entry for index.html.');
  const [key, chunk] = entry;
  return finish(
    { ...options, name: 'shell' },
    {
      entry: chunk.file,
      exposes: {},
      css: chunk.css ?? [],
      preload: [...staticClosure(manifest, key)].filter((k) => k !== key).map((k) => manifest[k]?.file ?? ''),
      requires: {},
      shares: Object.fromEntries(
        Object.entries(requiredRanges(root, 'shell')).map(([pkg, range]) => [pkg, range.slice(1)]),
      ),
      routes: [],
    },
  );
}
