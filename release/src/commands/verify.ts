import { type Release, siteSchema, type VersionDescriptor } from '@piloto/contracts';
import { findDescriptor, paths, readRelease, requireCurrent } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { parseJson } from '../json.ts';
import type { Storage } from '../storage/storage.ts';
import { renderPage } from './channel-page.ts';
import { damagedFiles } from './check-files.ts';
import type { Context } from './context.ts';

export type Verified = {
  ok: boolean;
  channel: string;
  number: number;
  files: number;
  releases: number;
  /** One sentence each, naming the file; empty when all is as published. */
  findings: string[];
};

/** Runs a part of the check; what it finds broken becomes a finding instead of the end of the command. */
async function collect<T>(findings: string[], part: () => Promise<T>): Promise<T | undefined> {
  try {
    return await part();
  } catch (error) {
    if (!(error instanceof ReleaseFailure) || error.code !== EXIT.integrity) throw error;
    findings.push([error.message, ...error.findings].join(' '));
    return undefined;
  }
}

async function checkDescriptors(storage: Storage, release: Release, findings: string[]) {
  const descriptors = new Map<string, VersionDescriptor>();
  const wanted: [string, string][] = [
    ['shell', release.shell.version],
    ...Object.entries(release.remotes).flatMap(([name, { version, previous }]): [string, string][] =>
      [version, ...(previous === undefined ? [] : [previous.version])].map((one) => [name, one]),
    ),
  ];
  for (const [name, version] of wanted) {
    const descriptor = await collect(findings, () => findDescriptor(storage, name, version));
    if (descriptor !== undefined) descriptors.set(`${name}@${version}`, descriptor);
    else if (!findings.some((finding) => finding.startsWith(paths.descriptor(name, version))))
      findings.push(`${paths.descriptor(name, version)} is missing.`);
  }
  return { descriptors, complete: descriptors.size === wanted.length };
}

/** Proves every byte that the live release needs, the numbering of all releases, and that the page is the one that the release makes. */
export async function verify({ storage, say }: Context, channel: string): Promise<Verified> {
  const { release, pointer } = await requireCurrent(storage, channel);
  const { number } = release;
  const findings: string[] = [];
  if (pointer.file !== paths.releaseFile(number))
    findings.push(`${paths.pointer(channel)} names ${pointer.file} as release ${number}.`);
  for (let earlier = 1; earlier < number; earlier += 1)
    await collect(findings, () => readRelease(storage, channel, earlier));
  const { descriptors, complete } = await checkDescriptors(storage, release, findings);
  let files = 0;
  for (const [label, descriptor] of descriptors) {
    files += Object.keys(descriptor.integrity).length;
    say(`Checking ${label}…`);
    findings.push(...(await damagedFiles(storage, descriptor)));
  }
  const site = await storage.read(paths.site(channel));
  if (site !== undefined) await collect(findings, async () => parseJson(siteSchema, site.bytes, paths.site(channel)));
  const page = await storage.read(paths.page(channel));
  const repair = `Write it again with: site --channel ${channel}`;
  if (page === undefined) findings.push(`${paths.page(channel)} is missing. ${repair}`);
  else if (complete) {
    const wanted = await collect(findings, () => renderPage(storage, release, descriptors));
    if (wanted !== undefined && wanted !== Buffer.from(page.bytes).toString('utf8'))
      findings.push(`${paths.page(channel)} is not the page of release ${number}. ${repair}`);
  }
  const unique = [...new Set(findings)];
  return { ok: unique.length === 0, channel, number, files, releases: number, findings: unique };
}
