import type { Release, VersionDescriptor } from '@piloto/contracts';
import { paths, readCurrent, readDescriptors, readSite } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { buildPage } from '../page/build-page.ts';
import { ABSENT, type Storage } from '../storage/storage.ts';
import { retryOnConflict } from './retry.ts';

/** Builds the page of `release` from what is in the bucket. */
export async function renderPage(
  storage: Storage,
  release: Release,
  descriptors?: ReadonlyMap<string, VersionDescriptor>,
): Promise<string> {
  const path = `${paths.version('shell', release.shell.version)}/index.html`;
  const template = await storage.read(path);
  if (template === undefined)
    throw new ReleaseFailure(EXIT.integrity, `${path} is missing: publish shell@${release.shell.version} again.`);
  return buildPage({
    template: Buffer.from(template.bytes).toString('utf8'),
    release,
    descriptors: descriptors ?? (await readDescriptors(storage, release)),
    apiOrigin: (await readSite(storage, release.channel)).apiOrigin,
  });
}

/**
 * Brings the page up to the live release; returns whether it was behind. The page is derived and written after the pointer: earlier, it
 * would show a release that may never become one. A writer killed in between leaves the old page, whole, until the next command comes
 * by here. The page's generation is read before all that the page is made of, so a slow writer cannot put an older page over a newer one.
 */
export async function publishPage(storage: Storage, channel: string): Promise<boolean> {
  const path = paths.page(channel);
  return retryOnConflict('The page', async () => {
    const present = await storage.read(path);
    const current = await readCurrent(storage, channel);
    if (current === undefined) return false;
    const page = await renderPage(storage, current.release);
    if (present !== undefined && Buffer.from(present.bytes).toString('utf8') === page) return false;
    await storage.write(path, page, { ifGeneration: present?.generation ?? ABSENT });
    return true;
  });
}
