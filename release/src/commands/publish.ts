import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { type VersionDescriptor, versionSchema } from '@piloto/contracts';
import { findDescriptor, paths } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { parseJson } from '../json.ts';
import { folderFindings } from '../manifest/folder-findings.ts';
import type { Context } from './context.ts';

export type Published = { name: string; version: string; files: number; already: boolean };
export type PublishOptions = { version?: string | undefined };

async function filesOf(folder: string): Promise<Map<string, Uint8Array>> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.split(sep).join('/'));
  const files = new Map<string, Uint8Array>();
  for (const name of names.toSorted())
    if ((await stat(join(folder, name))).isFile()) files.set(name, await readFile(join(folder, name)));
  return files;
}

/** Publishes a workspace package by its name (builds it), or a folder that holds a `version.json` as it is. */
export async function publish(context: Context, target: string, options: PublishOptions = {}): Promise<Published> {
  const folder = resolve(target);
  if (existsSync(join(folder, 'version.json'))) return publishFolder(context, folder, options.version);
  const name = basename(target.replace(/\/+$/, ''));
  if (!existsSync(join(context.root, name, 'vite.config.ts'))) {
    const known = (await readdir(context.root))
      .filter((entry) => existsSync(join(context.root, entry, 'vite.config.ts')))
      .toSorted();
    throw new ReleaseFailure(
      EXIT.failed,
      `"${target}" is neither a folder with a version.json nor a package that can be built. Packages: ${known.join(', ') || 'none'}.`,
    );
  }
  const outDir = await mkdtemp(join(tmpdir(), `piloto-${name}-`));
  try {
    context.say(`Building ${name}…`);
    const { buildRemote, buildShell } = await import('@piloto/tooling/build');
    const common = { root: context.root, outDir, version: options.version };
    try {
      await (name === 'shell' ? buildShell(common) : buildRemote({ ...common, name }));
    } catch (error) {
      throw new ReleaseFailure(
        EXIT.failed,
        `${name} could not be built; nothing was published.`,
        [error instanceof Error ? error.message : String(error)],
        { cause: error },
      );
    }
    return await publishFolder(context, outDir, undefined);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

async function publishFolder(
  { storage, say }: Context,
  folder: string,
  version: string | undefined,
): Promise<Published> {
  const files = await filesOf(folder);
  const text = files.get('version.json');
  if (text === undefined) throw new ReleaseFailure(EXIT.failed, `${folder} holds no version.json.`);
  const read = parseJson(versionSchema, text, join(folder, 'version.json'));
  const descriptor: VersionDescriptor = version === undefined ? read : versionSchema.parse({ ...read, version });
  const findings = folderFindings(descriptor, files);
  if (findings.length > 0)
    throw new ReleaseFailure(EXIT.refused, `${descriptor.name}@${descriptor.version} is not published.`, findings);
  files.delete('version.json');

  const base = paths.version(descriptor.name, descriptor.version);
  const result = { name: descriptor.name, version: descriptor.version, files: files.size + 1 };
  const present = await findDescriptor(storage, descriptor.name, descriptor.version);
  if (present !== undefined) {
    if (sameContent(present, descriptor)) return { ...result, already: true };
    throw new ReleaseFailure(
      EXIT.refused,
      `${descriptor.name}@${descriptor.version} is published with other content. Versions never change: publish under another version.`,
    );
  }
  say(`Uploading ${descriptor.name}@${descriptor.version} (${files.size + 1} files)…`);
  // The descriptor last: a version without it does not exist, and what a killed publish left is completed by the next.
  await Promise.all([...files].map(([name, bytes]) => storage.write(`${base}/${name}`, bytes)));
  await storage.write(`${base}/version.json`, `${JSON.stringify(descriptor, null, 1)}\n`, { ifGeneration: '0' });
  return { ...result, already: false };
}

/** Equal but for what a second build of the same sources changes: when, where and from which commit it ran. */
function sameContent(a: VersionDescriptor, b: VersionDescriptor): boolean {
  const content = ({ time: _time, builder: _builder, commit: _commit, ...rest }: VersionDescriptor): string =>
    JSON.stringify(rest);
  return content(a) === content(b);
}
