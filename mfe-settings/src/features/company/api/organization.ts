import { getOrganization, type OrganizationChange, unwrapWithHeaders, updateOrganization } from '@piloto/api-client';
import { useRemoteProps } from '@piloto/runtime';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export const organizationQueries = {
  /** The organization with the ETag that a change has to name. */
  detail: () =>
    queryOptions({
      queryKey: ['settings', 'organization'],
      queryFn: async ({ signal }) => {
        const { data, headers } = await unwrapWithHeaders(getOrganization({ signal }));
        return { organization: data, etag: headers.get('etag') ?? '' };
      },
    }),
};

export function useUpdateOrganization() {
  const client = useQueryClient();
  const { session } = useRemoteProps();
  const { queryKey } = organizationQueries.detail();
  return useMutation({
    mutationFn: async ({ change, etag }: { change: OrganizationChange; etag: string }) => {
      const { data, headers } = await unwrapWithHeaders(
        updateOrganization({ body: change, headers: { 'if-match': etag } }),
      );
      return { organization: data, etag: headers.get('etag') ?? '' };
    },
    onSuccess: (saved, { change }) => {
      client.setQueryData(queryKey, saved);
      // The sidebar shows the organization's name from the session.
      if (change.name !== undefined) void session.load();
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
