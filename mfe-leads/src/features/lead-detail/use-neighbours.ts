import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { parseListQuery } from '../../lead/list-query.ts';
import { type Lead, leadQueries } from '../../lead/queries.ts';

export type Neighbours = {
  /** 1-based place in the list that the user came from; undefined when the lead is not in its loaded part. */
  place: number | undefined;
  total: { value: number; exact: boolean } | undefined;
  before: Lead | undefined;
  after: Lead | undefined;
};

/** The leads before and after this one in the list whose parameters the address carries. */
export function useNeighbours(id: string, search: string): Neighbours {
  const client = useQueryClient();
  const list = useInfiniteQuery(leadQueries.list(parseListQuery(new URLSearchParams(search))));
  const leads = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const index = leads.findIndex((lead) => lead.id === id);
  const after = index < 0 ? undefined : leads[index + 1];
  const isLast = index >= 0 && index >= leads.length - 2;
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (isLast && hasNextPage && !isFetching) void fetchNextPage();
  }, [isLast, hasNextPage, isFetching, fetchNextPage]);
  // J is pressed many times in a row: the next lead is there when it is asked for.
  const afterId = after?.id;
  useEffect(() => {
    if (afterId !== undefined) void client.prefetchQuery(leadQueries.detail(afterId));
  }, [client, afterId]);
  return {
    place: index < 0 ? undefined : index + 1,
    total: list.data?.pages[0]?.total,
    before: index < 1 ? undefined : leads[index - 1],
    after,
  };
}
