import { listMembers, unwrap } from '@piloto/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';

const PAGE = 100;

export const memberQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: ['settings', 'members'],
      queryFn: ({ signal, pageParam }) =>
        unwrap(listMembers({ signal, query: { limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) } })),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
    }),
};
