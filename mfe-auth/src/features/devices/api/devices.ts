import { type Device, endOtherSessions, endSession, listSessions, unwrap } from '@piloto/api-client';
import { queryOptions } from '@tanstack/react-query';

export const devices = {
  list: () =>
    queryOptions({
      queryKey: ['auth', 'sessions'],
      queryFn: ({ signal }) => unwrap(listSessions({ signal })),
    }),
};

/** Ends one session of the user at once: its next request is refused. */
export const endDevice = (id: Device['id']): Promise<unknown> => unwrap(endSession({ path: { session_id: id } }));

/** Ends all but this one; answers how many there were. */
export const endOtherDevices = async (): Promise<number> => (await unwrap(endOtherSessions())).ended;
