import {
  cancelKnowledgeDocument,
  createKnowledgeText,
  deleteKnowledgeDocument,
  listKnowledgeDocuments,
  retryKnowledgeDocument,
  searchKnowledge,
  unwrap,
  unwrapWithHeaders,
  uploadKnowledgeDocument,
} from '@piloto/api-client';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { Group, TextFields } from '../rules.ts';

const PAGE = 50;
const POLL = 1_500;

export const knowledgeQueries = {
  documents: ['knowledge', 'documents'] as const,
  list: (group: Group | undefined) =>
    infiniteQueryOptions({
      queryKey: [...knowledgeQueries.documents, group ?? 'all'],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          listKnowledgeDocuments({
            query: {
              limit: PAGE,
              ...(group !== undefined && { group }),
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
            signal,
          }),
        ),
      getNextPageParam: (page) => page.next_cursor ?? undefined,
      // Only while the worker has something to do.
      refetchInterval: (query) => ((query.state.data?.pages[0]?.totals.processing ?? 0) > 0 ? POLL : false),
      placeholderData: keepPreviousData,
    }),
  search: (question: string) =>
    queryOptions({
      queryKey: ['knowledge', 'search', question],
      queryFn: ({ signal }) => unwrap(searchKnowledge({ body: { query: question, limit: 8 }, signal })),
      enabled: question !== '',
      placeholderData: keepPreviousData,
    }),
};

function useKnowledgeMutation<Input>(run: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSettled: () => client.invalidateQueries({ queryKey: ['knowledge'] }) });
}

export const useUploadDocument = () =>
  useKnowledgeMutation((file: File) => unwrap(uploadKnowledgeDocument({ body: { file } })));
export const useAddText = () => useKnowledgeMutation((body: TextFields) => unwrap(createKnowledgeText({ body })));
export const useRetryDocument = () =>
  useKnowledgeMutation((id: string) => unwrap(retryKnowledgeDocument({ path: { document_id: id } })));
export const useCancelDocument = () =>
  useKnowledgeMutation((id: string) => unwrap(cancelKnowledgeDocument({ path: { document_id: id } })));
export const useDeleteDocument = () =>
  useKnowledgeMutation((id: string) => unwrapWithHeaders(deleteKnowledgeDocument({ path: { document_id: id } })));
