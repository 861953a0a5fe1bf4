import type { LeadPage } from '@piloto/api-client';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { type Lead, leadQueries } from './queries.ts';

type CachedList = InfiniteData<LeadPage, string | null>;

/** Every list in the cache, changed by `change`; returns what puts them back. */
function changeLists(client: QueryClient, change: (list: CachedList) => CachedList): () => void {
  const filter = { queryKey: leadQueries.lists() };
  const before = client.getQueriesData<CachedList>(filter);
  client.setQueriesData<CachedList>(filter, (list) => list && change(list));
  return () => {
    for (const [key, list] of before) client.setQueryData(key, list);
  };
}

const mapPages = (list: CachedList, map: (page: LeadPage) => LeadPage): CachedList => ({
  ...list,
  pages: list.pages.map(map),
});

/** Shows a changed lead in the lists at its old place; the server puts it where it belongs at the next read. */
export const replaceInLists = (client: QueryClient, lead: Lead): (() => void) =>
  changeLists(client, (list) =>
    mapPages(list, (page) => ({ ...page, items: page.items.map((item) => (item.id === lead.id ? lead : item)) })),
  );

export const removeFromLists = (client: QueryClient, id: string): (() => void) =>
  changeLists(client, (list) => {
    if (!list.pages.some(({ items }) => items.some((item) => item.id === id))) return list;
    return mapPages(list, (page) => ({
      ...page,
      items: page.items.filter((item) => item.id !== id),
      total: { ...page.total, value: Math.max(0, page.total.value - 1) },
    }));
  });
