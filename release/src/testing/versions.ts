import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CONTRACT_VERSION, type VersionDescriptor } from '@piloto/contracts';
import { onTestFinished } from 'vitest';
import { type Surroundings, runCli } from '../cli.ts';

const hashOf = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;

export const SHARES = { react: '19.3.1', 'react-dom': '19.3.1' };

/** Writes a small but complete version into `folder`; override what the test is about. */
export function writeVersion(
  folder: string,
  override: Partial<VersionDescriptor> & { name: string; version: string },
  files: Record<string, string> = {},
): VersionDescriptor {
  const isShell = override.name === 'shell';
  const all: Record<string, string> = {
    'entry.js': `export const version = '${override.name} ${override.version}';`,
    'page.css': `[data-mfe="${override.name}"] { color: red }`,
    ...(isShell && { 'index.html': '<html><head><!--piloto:head--></head><body></body></html>' }),
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const descriptor: VersionDescriptor = {
    schema: 1,
    entry: 'entry.js',
    exposes: isShell ? {} : { './remote': 'entry.js' },
    css: ['page.css'],
    preload: isShell ? [] : ['entry.js'],
    integrity: Object.fromEntries(
      Object.entries(all)
        .filter(([file]) => /\.(?:js|css)$/.test(file))
        .map(([file, text]) => [file, hashOf(text)]),
    ),
    requires: isShell ? {} : { react: '^19.0.0' },
    ...(isShell && { shares: SHARES }),
    ...(override.name === 'mfe-auth' && { provides: { session: 'entry.js' } }),
    routes: isShell
      ? []
      : [`/${override.name}`, `/${override.name}/:id`].map((path) => ({
          path,
          title: { 'pt-BR': override.name, en: override.name },
        })),
    contract: CONTRACT_VERSION,
    commit: 'test',
    builder: 'test',
    time: '2026-11-24T12:00:00.000Z',
    ...override,
  };
  writeFileSync(join(folder, 'version.json'), JSON.stringify(descriptor));
  return descriptor;
}

export type Bench = {
  bucket: string;
  folder: string;
  /** Runs the command line; `out` is what it printed, parsed when it is JSON. */
  run(...args: string[]): Promise<{ code: number; out: string; err: string; json(): unknown }>;
  /** Writes and publishes a version. */
  publish(
    name: string,
    version: string,
    override?: Partial<VersionDescriptor>,
    files?: Record<string, string>,
  ): Promise<void>;
};

/** An empty bucket in a folder of its own, and the tool over it. */
export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'piloto-release-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const bucket = join(folder, 'bucket');
  const run: Bench['run'] = async (...args) => {
    let out = '';
    let err = '';
    const around: Surroundings = {
      root: folder,
      bucket: `file:${bucket}`,
      by: 'ops',
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    };
    const code = await runCli(args, around);
    return { code, out, err, json: () => JSON.parse(out) };
  };
  return {
    bucket,
    folder,
    run,
    async publish(name, version, override = {}, files = {}) {
      const at = join(folder, 'built', name, version);
      writeVersion(at, { name, version, ...override }, files);
      const { code, err } = await run('publish', at);
      if (code !== 0) throw new Error(err);
    },
  };
}

/** A bench whose channel has release 1: shell, mfe-auth and mfe-leads, each 1.0.0; mfe-leads 1.1.0 and 1.2.0 are published. */
export async function openLiveBench(): Promise<Bench> {
  const bench = await openBench();
  for (const name of ['shell', 'mfe-auth', 'mfe-leads']) await bench.publish(name, '1.0.0');
  for (const version of ['1.1.0', '1.2.0']) await bench.publish('mfe-leads', version);
  const { code, err } = await bench.run(
    'promote',
    'shell@1.0.0',
    'mfe-auth@1.0.0',
    'mfe-leads@1.0.0',
    '--reason',
    'first',
  );
  if (code !== 0) throw new Error(err);
  return bench;
}
