import {
  getLead,
  getLeadFacets,
  type LeadPage,
  type LeadView,
  listLeads,
  listMembers,
  unwrap,
  unwrapWithHeaders,
} from '@piloto/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { filterParameters, type ListQuery } from './list-query.ts';
import { LIST_READ } from './list-read.ts';

export type Lead = LeadView;
/** A lead with the ETag that a change has to name. */
export type LeadVersion = { lead: Lead; etag: string };

/** The first page fills a screen; who scrolls on gets the API's largest. */
const NEXT_PAGE = 200;
const MEMBERS = 200;
const FEW_PAGES = 2;

export const leadQueries = {
  all: () => ['leads'] as const,
  lists: () => ['leads', 'list'] as const,
  list: (query: ListQuery) =>
    infiniteQueryOptions({
      queryKey: [...leadQueries.lists(), filterParameters(query)],
      queryFn: ({ signal, pageParam }): Promise<LeadPage> =>
        unwrap(
          listLeads({
            signal,
            query:
              pageParam === null
                ? { limit: LIST_READ.limit, ...filterParameters(query) }
                : { limit: NEXT_PAGE, ...filterParameters(query), cursor: pageParam },
          }),
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
      // All its pages are read one after the other: not each time that the window is looked at.
      refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= FEW_PAGES,
    }),
  /** How many there would be without filters. */
  count: () =>
    queryOptions({
      queryKey: ['leads', 'count'],
      queryFn: async ({ signal }) => (await unwrap(listLeads({ signal, query: { limit: 1 } }))).total,
    }),
  facets: () =>
    queryOptions({
      queryKey: ['leads', 'facets'],
      queryFn: ({ signal }) => unwrap(getLeadFacets({ signal })),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ['leads', 'detail', id],
      queryFn: async ({ signal }): Promise<LeadVersion> => {
        const { data, headers } = await unwrapWithHeaders(getLead({ signal, path: { lead_id: id } }));
        return { lead: data, etag: headers.get('etag') ?? '' };
      },
    }),
  members: () =>
    queryOptions({
      queryKey: ['leads', 'members'],
      queryFn: async ({ signal }) => (await unwrap(listMembers({ signal, query: { limit: MEMBERS } }))).items,
      staleTime: 60_000,
    }),
};
