import { pointerSchema, type Release, releaseSchema, versionSchema } from '@piloto/contracts';
import { queryOptions } from '@tanstack/react-query';
import { BucketError, readBucket, worthRetrying } from './bucket.ts';

const RETRY_DELAY = 500;
const settings = { retry: worthRetrying, retryDelay: RETRY_DELAY } as const;

const fileOf = (number: number): string => `releases/${String(number).padStart(6, '0')}.json`;

async function readRelease(channel: string, number: number, signal: AbortSignal): Promise<Release> {
  const path = `/channels/${channel}/${fileOf(number)}`;
  const release = await readBucket(path, releaseSchema, signal);
  // A file under another's number is as broken as one that cannot be parsed.
  if (release.number !== number)
    throw new BucketError(path.slice(1), { kind: 'malformed', problem: `number: ${release.number}` });
  return release;
}

export const bucketQueries = {
  /** Which release is live. The one file of a channel that changes. */
  pointer: (channel: string) =>
    queryOptions({
      queryKey: ['settings', 'bucket', channel, 'pointer'],
      queryFn: ({ signal }) => readBucket(`/channels/${channel}/current.json`, pointerSchema, signal),
      staleTime: 0,
      ...settings,
    }),
  /** Immutable, so it is read once. */
  release: (channel: string, number: number) =>
    queryOptions({
      queryKey: ['settings', 'bucket', channel, 'release', number],
      queryFn: ({ signal }) => readRelease(channel, number, signal),
      staleTime: Number.POSITIVE_INFINITY,
      ...settings,
    }),
  /** `version.json` of one version of one remote, immutable too. */
  descriptor: (base: string) =>
    queryOptions({
      queryKey: ['settings', 'bucket', 'descriptor', base],
      queryFn: ({ signal }) => readBucket(`${base}version.json`, versionSchema, signal),
      staleTime: Number.POSITIVE_INFINITY,
      ...settings,
    }),
};
