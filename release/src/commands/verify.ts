import { paths, readDescriptors, readRelease, requireCurrent } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { damagedFiles } from './check-files.ts';
import type { Context } from './context.ts';
import { renderPage } from './write-release.ts';

export type Verified = { channel: string; number: number; files: number; releases: number };

/** Proves every byte that the live release needs, the numbering of all releases, and that the page is the one that the release makes. */
export async function verify({ storage, say }: Context, channel: string): Promise<Verified> {
  const { release } = await requireCurrent(storage, channel);
  const findings: string[] = [];
  for (let number = 1; number < release.number; number += 1) {
    try {
      const read = await readRelease(storage, channel, number);
      if (read.number !== number || read.channel !== channel)
        findings.push(`${paths.release(channel, number)} says that it is release ${read.number} of ${read.channel}.`);
    } catch (error) {
      if (!(error instanceof ReleaseFailure)) throw error;
      findings.push(error.message, ...error.findings);
    }
  }
  const descriptors = await readDescriptors(storage, release);
  let files = 0;
  for (const [label, descriptor] of descriptors) {
    if (label !== `${descriptor.name}@${descriptor.version}`)
      findings.push(`The descriptor of ${label} says that it is ${descriptor.name}@${descriptor.version}.`);
    files += Object.keys(descriptor.integrity).length;
    say(`Checking ${label}…`);
    findings.push(...(await damagedFiles(storage, descriptor)));
  }
  const page = await storage.read(paths.page(channel));
  if (page === undefined) findings.push(`${paths.page(channel)} is missing. Write it again with: release site`);
  else if (Buffer.from(page.bytes).toString('utf8') !== (await renderPage(storage, release, descriptors)))
    findings.push(
      `${paths.page(channel)} is not the page of release ${release.number}. Write it again with: release site`,
    );
  if (findings.length > 0)
    throw new ReleaseFailure(
      EXIT.integrity,
      `Channel "${channel}", release ${release.number}: not what was published.`,
      findings,
    );
  return { channel, number: release.number, files, releases: release.number };
}
