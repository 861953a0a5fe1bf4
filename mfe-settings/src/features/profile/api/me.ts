import { changePassword, getMe, type Me, type MeChange, unwrap, updateMe } from '@piloto/api-client';
import { useRemoteProps } from '@piloto/runtime';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export const meQueries = {
  me: () => queryOptions({ queryKey: ['settings', 'me'], queryFn: ({ signal }) => unwrap(getMe({ signal })) }),
};

/** Changes the account and, where the name changed, what the frame shows of it. */
export function useUpdateMe() {
  const client = useQueryClient();
  const { session } = useRemoteProps();
  const { queryKey } = meQueries.me();
  return useMutation({
    mutationFn: (change: MeChange) => unwrap(updateMe({ body: change })),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (me: Me | undefined) =>
        me === undefined
          ? me
          : {
              ...me,
              name: change.name ?? me.name,
              locale: change.locale ?? me.locale,
              theme: change.theme ?? me.theme,
            },
      );
      return { before };
    },
    onSuccess: (me, change) => {
      client.setQueryData(queryKey, me);
      // The sidebar shows the name from the session.
      if (change.name !== undefined) void session.load();
    },
    onError: (_error, _change, context) => {
      if (context?.before !== undefined) client.setQueryData(queryKey, context.before);
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

export type PasswordFields = { current: string; new: string; end_other_sessions: boolean };

/** Resolves to the number of other sessions that ended. */
export function useChangePassword() {
  return useMutation({
    mutationFn: async (fields: PasswordFields) => (await unwrap(changePassword({ body: fields }))).ended,
  });
}
