import type { PageRelease, Release } from '@piloto/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readPageRelease } from '../../../page-release.ts';
import { isReversal, newestNumbers, type ReleaseState } from '../rules.ts';
import { bucketQueries } from './queries.ts';

export const HISTORY_PAGE = 20;

/** What this tab runs, and the channel that it came from. */
export function useTab(): { tab: PageRelease | undefined; channel: string } {
  const tab = useMemo(() => readPageRelease(), []);
  return { tab, channel: tab?.channel ?? 'production' };
}

export type HistoryRow =
  | { status: 'loading'; number: number }
  | { status: 'failed'; number: number; error: Error; retry: () => void }
  | { status: 'ready'; number: number; release: Release; before: Release | undefined; state: ReleaseState };

/** The newest releases, each read on its own: one broken file breaks one row. */
export function useHistory(channel: string, live: number) {
  const [limit, setLimit] = useState(HISTORY_PAGE);
  const numbers = newestNumbers(live, limit);
  // One more, for what the oldest shown release changed.
  const read = newestNumbers(live, limit + 1);
  const results = useQueries({ queries: read.map((number) => bucketQueries.release(channel, number)) });
  const releases = results.map(({ data }) => data);
  const rows = numbers.map((number, i): HistoryRow => {
    const result = results[i];
    const before = results[i + 1];
    if (result === undefined || (result.data === undefined && result.error === null))
      return { status: 'loading', number };
    if (result.data === undefined)
      return {
        status: 'failed',
        number,
        error: result.error ?? new Error('no data'),
        retry: () => void result.refetch(),
      };
    // Without the release before, nothing can be said about what changed.
    if (number > 1 && before?.data === undefined && before?.error === null) return { status: 'loading', number };
    const older = releases.slice(i + 2).filter((release) => release !== undefined);
    const reversal = isReversal(result.data, before?.data, older);
    const state = number === live ? 'live' : reversal ? 'reversal' : 'replaced';
    return { status: 'ready', number, release: result.data, before: before?.data, state };
  });
  return { rows, hasMore: live > limit, more: () => setLimit((now) => now + HISTORY_PAGE) };
}

export const usePointer = (channel: string) => useQuery(bucketQueries.pointer(channel));
