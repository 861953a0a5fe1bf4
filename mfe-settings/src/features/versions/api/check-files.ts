import type { Release } from '@piloto/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { modulesOf } from '../rules.ts';
import { BucketError } from './bucket.ts';
import { bucketQueries } from './queries.ts';

export type CheckResult = { checked: number; wrong: string[] };
const AT_ONCE = 6;

async function hashOf(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal, cache: 'no-cache' });
  if (!response.ok) return `HTTP ${response.status}`;
  const digest = await crypto.subtle.digest('SHA-384', await response.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/**
 * Fetches every file that the release's descriptors vouch for and compares its SHA-384, as the browser does when it runs them.
 * Rejects when the bucket cannot be reached; a file that is missing or differs is named in `wrong`.
 */
export async function checkFiles(release: Release, client: QueryClient, signal: AbortSignal): Promise<CheckResult> {
  const descriptors = await Promise.all(
    modulesOf(release).map(async ({ base }) => ({
      base,
      ...(await client.fetchQuery(bucketQueries.descriptor(base))),
    })),
  );
  const files = descriptors.flatMap(({ base, integrity }) =>
    Object.entries(integrity).map(([file, hash]) => ({ address: new URL(base + file, location.origin).href, hash })),
  );
  const wrong: string[] = [];
  const queue = [...files];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const path = new URL(next.address).pathname.slice(1);
      const hash = await hashOf(next.address, signal).catch((cause: unknown) => {
        if (signal.aborted) throw cause;
        throw new BucketError(path, { kind: 'unreachable' }, { cause });
      });
      if (hash !== next.hash) wrong.push(path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { checked: files.length, wrong: wrong.toSorted() };
}
