import { getSetupState, unwrap } from '@piloto/api-client';
import { queryOptions } from '@tanstack/react-query';

/** Whether this installation still waits for its first organization: then there is nobody who could sign in. */
export const setupState = () =>
  queryOptions({
    queryKey: ['auth', 'setup'],
    queryFn: ({ signal }) => unwrap(getSetupState({ signal })),
    retry: 1,
  });
