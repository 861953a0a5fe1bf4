import { QueryFailure, useFormat } from '@piloto/runtime';
import { FooterBar, PartialBadge } from '@piloto/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { isApiError } from '@piloto/api-client';
import { DEFAULT_SORT, isFiltered, toSearch, withoutFilters } from '../../../lead/list-query.ts';
import { leadQueries } from '../../../lead/queries.ts';
import { listAddress } from '../../../lead/scroll-memory.ts';
import { useText } from '../../../messages.ts';
import type { ListUrl } from '../use-list-url.ts';
import { LeadTable } from './lead-table.tsx';
import { LeadTableSkeleton } from './lead-table-skeleton.tsx';
import { ListFooter } from './list-footer.tsx';
import { NoLeads, NoMatches } from './list-states.tsx';

/** The list's data, for the header's count and for the body. */
export const useLeadList = (url: ListUrl) =>
  useInfiniteQuery({ ...leadQueries.list(url.query), placeholderData: keepPreviousData });
type LeadListQuery = ReturnType<typeof useLeadList>;

export function LeadList({ list, url, onCreate }: { list: LeadListQuery; url: ListUrl; onCreate: () => void }) {
  const t = useText();
  const { query, columns, search } = url;
  const sort = query.sort ?? DEFAULT_SORT;
  const total = list.data?.pages[0]?.total;
  if (list.data === undefined || total === undefined)
    return list.isError ? (
      <QueryFailure
        title={t('list.failed')}
        error={list.error}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <>
        <LeadTableSkeleton columns={columns} sort={sort} onSort={url.sortBy} />
        <FooterBar className="max-md:h-10">{t('list.loading')}</FooterBar>
      </>
    );
  const leads = list.data.pages.flatMap(({ items }) => items);
  if (leads.length === 0 && !list.isPlaceholderData && !list.hasNextPage)
    return isFiltered(query) ? (
      <NoMatches query={query} onClear={() => url.change(withoutFilters(query))} />
    ) : (
      <NoLeads onCreate={onCreate} />
    );
  const address = listAddress(search);
  const moreFailed = list.isFetchNextPageError;
  return (
    <LeadTable
      key={toSearch(query).toString()}
      leads={leads}
      columns={columns}
      sort={sort}
      onSort={url.sortBy}
      total={total.exact ? total.value : undefined}
      address={address}
      search={search}
      hasMore={list.hasNextPage && !moreFailed && !list.isPlaceholderData}
      loadMore={() => {
        if (!list.isFetching) void list.fetchNextPage();
      }}
      outdated={list.isPlaceholderData}
    >
      {(visible) => (
        <ListFooter
          total={total}
          visible={visible}
          loadingMore={list.isFetchingNextPage}
          onRetry={moreFailed ? () => void list.fetchNextPage() : undefined}
        />
      )}
    </LeadTable>
  );
}

/** What is shown is from earlier: a refetch has failed, and says from when and why. */
export function StaleBadge({ list }: { list: LeadListQuery }) {
  const t = useText();
  const format = useFormat();
  if (list.data === undefined || !list.isError || list.isFetchNextPageError) return null;
  const time = format.dateTime(new Date(list.dataUpdatedAt).toISOString()).split(', ').at(-1) ?? '';
  const request = isApiError(list.error) ? list.error.problem.request_id : '';
  return (
    <PartialBadge
      label={t('list.stale')}
      detail={request === '' ? t('list.staleSince', { time }) : t('list.staleRequest', { time, request })}
      actionLabel={t('list.refresh')}
      busy={list.isFetching}
      onAction={() => void list.refetch()}
    />
  );
}
