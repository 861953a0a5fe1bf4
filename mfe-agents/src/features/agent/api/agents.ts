import {
  type AgentChange,
  type AgentCreate,
  type AgentView,
  createAgent,
  deleteAgent,
  getAgent,
  listAgents,
  restoreAgent,
  unwrap,
  unwrapWithHeaders,
  updateAgent,
} from '@piloto/api-client';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** An agent with the ETag that a change has to name. */
export type AgentVersion = { agent: AgentView; etag: string };

const PAGE = 100;

export const agentQueries = {
  all: ['agents'] as const,
  list: () =>
    infiniteQueryOptions({
      queryKey: [...agentQueries.all, 'list'],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        unwrap(listAgents({ query: { limit: PAGE, ...(pageParam !== undefined && { cursor: pageParam }) }, signal })),
      getNextPageParam: (page) => page.next_cursor ?? undefined,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...agentQueries.all, 'detail', id],
      queryFn: async ({ signal }): Promise<AgentVersion> => {
        const { data, headers } = await unwrapWithHeaders(getAgent({ path: { agent_id: id }, signal }));
        return { agent: data, etag: headers.get('etag') ?? '' };
      },
    }),
};

/** After any change both the list and the one agent are read again. */
function useAgentMutation<Input, Output>(run: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: agentQueries.all }) });
}

export const useCreateAgent = () => useAgentMutation((body: AgentCreate) => unwrap(createAgent({ body })));

export const useUpdateAgent = () =>
  useAgentMutation(
    async ({ id, change, etag }: { id: string; change: AgentChange; etag: string }): Promise<AgentVersion> => {
      const { data, headers } = await unwrapWithHeaders(
        updateAgent({ path: { agent_id: id }, body: change, headers: { 'if-match': etag } }),
      );
      return { agent: data, etag: headers.get('etag') ?? '' };
    },
  );

export const useDeleteAgent = () =>
  useAgentMutation((id: string) => unwrapWithHeaders(deleteAgent({ path: { agent_id: id } })));

export const useRestoreAgent = () => useAgentMutation((id: string) => unwrap(restoreAgent({ path: { agent_id: id } })));
