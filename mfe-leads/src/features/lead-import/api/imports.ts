import {
  cancelImport,
  dryRunImport,
  getImport,
  type ImportChange,
  type ImportSummary,
  type ImportView,
  listImports,
  startImport,
  unwrap,
  updateImport,
  uploadImport,
} from '@piloto/api-client';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { leadQueries } from '../../../lead/queries.ts';

export type { ImportSummary, ImportView };

const PAGE = 50;
/** A running import is asked for its progress once a second, the list of them a little less often. */
const PROGRESS_EVERY = 1000;
const LIST_EVERY = 3000;

export const importQueries = {
  all: () => ['imports'] as const,
  list: () =>
    infiniteQueryOptions({
      queryKey: ['imports', 'list'],
      queryFn: ({ signal, pageParam }) =>
        unwrap(listImports({ signal, query: { limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) } })),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next_cursor,
      refetchInterval: ({ state }) =>
        state.data?.pages.some(({ items }) => items.some((item) => item.state === 'running')) ? LIST_EVERY : false,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ['imports', 'detail', id],
      queryFn: ({ signal }) => unwrap(getImport({ signal, path: { import_id: id } })),
      refetchInterval: ({ state }) => (state.data?.state === 'running' ? PROGRESS_EVERY : false),
    }),
};

export function useUploadImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => unwrap(uploadImport({ body: { file } })),
    onSuccess: (view) => {
      client.setQueryData(importQueries.detail(view.id).queryKey, view);
      void client.invalidateQueries({ queryKey: importQueries.list().queryKey });
    },
  });
}

/** The steps of one import. Each answers with the import as it is now. */
export function useImportSteps(id: string) {
  const client = useQueryClient();
  const path = { import_id: id };
  const adopt = {
    onSuccess: (view: ImportView) => {
      client.setQueryData(importQueries.detail(id).queryKey, view);
      void client.invalidateQueries({ queryKey: importQueries.list().queryKey });
    },
  };
  const dryRun = useMutation({
    mutationFn: async (change: ImportChange) => {
      await unwrap(updateImport({ path, body: change }));
      return unwrap(dryRunImport({ path }));
    },
    ...adopt,
  });
  const start = useMutation({ mutationFn: () => unwrap(startImport({ path })), ...adopt });
  const cancel = useMutation({
    mutationFn: () => unwrap(cancelImport({ path })),
    onSuccess: (view) => {
      adopt.onSuccess(view);
      void client.invalidateQueries({ queryKey: leadQueries.all() });
    },
  });
  return { dryRun, start, cancel };
}
