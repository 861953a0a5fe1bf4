import { NetworkError, setUp, unwrap } from '@piloto/api-client';
import type { Session } from '@piloto/contracts';
import type { SetupForm } from '../rules.ts';

/** Creates the organization and its owner, who is signed in by it. `signed-out` when the browser kept none of the cookies. */
export async function createOrganization(body: SetupForm, session: Session): Promise<'signed-in' | 'signed-out'> {
  await unwrap(setUp({ body }));
  const state = await session.load();
  if (state.status === 'unavailable')
    throw new NetworkError('the session could not be read after the set-up', { cause: state.error });
  return state.status;
}
