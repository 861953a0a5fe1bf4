import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { DEFAULT_SORT, type ListQuery, parseListQuery, type Sort, toSearch } from '../../lead/list-query.ts';
import { forgetPlace, listAddress } from '../../lead/scroll-memory.ts';
import { type Column, COLUMNS_PARAMETER, columnsText, parseColumns } from './columns.ts';

export type ListUrl = {
  query: ListQuery;
  columns: Column[];
  /** Search parameters with their "?", as they are handed on to a lead's page; "" without any. */
  search: string;
  /** `replace` while typing: each letter would be a step back. */
  change(next: Partial<ListQuery>, options?: { replace?: boolean }): void;
  sortBy(sort: Sort): void;
  showColumns(columns: readonly Column[]): void;
};

function write(query: ListQuery, columns: readonly Column[]): URLSearchParams {
  const search = toSearch(query);
  const text = columnsText(columns);
  if (text !== undefined) search.set(COLUMNS_PARAMETER, text);
  return search;
}

/** The list's whole state is its address: what this returns is read from it and written to it. */
export function useListUrl(): ListUrl {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => parseListQuery(parameters), [parameters]);
  const columns = useMemo(() => parseColumns(parameters.get(COLUMNS_PARAMETER)), [parameters]);
  const search = write(query, columns).toString();
  const change: ListUrl['change'] = (next, { replace = false } = {}) => {
    const target = write({ ...query, ...next }, columns);
    // Another question starts at its first answer; only the way back leads to where one was.
    forgetPlace(listAddress(target.toString()));
    setParameters(target, { replace });
  };
  return {
    query,
    columns,
    search: search === '' ? '' : `?${search}`,
    change,
    sortBy: (sort) => change({ sort: sort === DEFAULT_SORT ? undefined : sort }),
    showColumns: (next) => setParameters(write(query, next), { replace: true }),
  };
}
