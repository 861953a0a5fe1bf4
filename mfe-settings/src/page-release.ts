import { type PageRelease, pageReleaseSchema } from '@piloto/contracts';

/**
 * The release that this tab runs, as the page carries it. Undefined where the page carries none (the stand-alone host of
 * development); a release that is there and broken is an error, not an absence.
 */
export function readPageRelease(): PageRelease | undefined {
  const text = document.getElementById('release')?.textContent;
  if (text === undefined || text === null || text === '') return undefined;
  return pageReleaseSchema.parse(JSON.parse(text));
}
