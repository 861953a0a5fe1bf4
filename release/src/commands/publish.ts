import { existsSync } from 'node:fs';
import { lstat, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { relativeFileSchema, type VersionDescriptor, versionNameSchema, versionSchema } from '@piloto/contracts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { parseJson } from '../json.ts';
import { folderFindings } from '../manifest/folder-findings.ts';
import type { Context } from './context.ts';
import { upload, type UploadStatus } from './upload.ts';

export type Published = { name: string; version: string; files: number; already: boolean; status: UploadStatus };
export type PublishOptions = { version?: string | undefined };

/** Every file below `folder` but those whose names start with a dot, which no server hands out. */
async function filesOf(folder: string): Promise<{ files: Map<string, Uint8Array>; findings: string[] }> {
  const files = new Map<string, Uint8Array>();
  const findings: string[] = [];
  const names = (await readdir(folder, { recursive: true })).map((name) => name.split(sep).join('/'));
  for (const name of names.toSorted()) {
    if (name.split('/').some((part) => part.startsWith('.'))) continue;
    const info = await lstat(join(folder, name));
    if (info.isDirectory()) continue;
    if (!info.isFile()) findings.push(`${name} is not a plain file; links are not published.`);
    else if (!relativeFileSchema.safeParse(name).success)
      findings.push(`${name} has a character that is not safe in addresses. Use letters, digits and . _ - / @ + ~.`);
    else files.set(name, await readFile(join(folder, name)));
  }
  return { files, findings };
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

async function publishFolder({ storage, say }: Context, folder: string, version?: string): Promise<Published> {
  const { files, findings } = await filesOf(folder);
  const text = files.get('version.json');
  if (text === undefined) throw new ReleaseFailure(EXIT.failed, `${folder} holds no version.json.`);
  const read = parseJson(versionSchema, text, join(folder, 'version.json'), EXIT.refused);
  if (version !== undefined && !versionNameSchema.safeParse(version).success)
    throw new ReleaseFailure(EXIT.usage, `"${version}" is not a version. Use one such as 1.4.0 or 1.4.0-rc.1.`);
  const descriptor: VersionDescriptor = version === undefined ? read : { ...read, version };
  files.delete('version.json');
  findings.push(...folderFindings(descriptor, files));
  if (findings.length > 0)
    throw new ReleaseFailure(EXIT.refused, `${descriptor.name}@${descriptor.version} is not published.`, findings);
  say(`Uploading ${descriptor.name}@${descriptor.version} (${files.size + 1} files)…`);
  const status = await upload(storage, { descriptor, files });
  const { name, version: named } = descriptor;
  return { name, version: named, files: files.size + 1, already: status === 'already published', status };
}
