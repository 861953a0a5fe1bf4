import { NetworkError, signIn, unwrap } from '@piloto/api-client';
import type { Session, SessionData } from '@piloto/contracts';

/** The API let the user in, but the browser kept none of its cookies: blocked by a setting, a policy or an extension. */
export class CookiesRefused extends Error {
  override name = 'CookiesRefused';
}

/** Signs in, then learns from the API who that is. Throws ApiError, NetworkError or CookiesRefused. */
export async function signInAs(body: { email: string; password: string }, session: Session): Promise<SessionData> {
  await unwrap(signIn({ body }));
  const state = await session.load();
  if (state.status === 'unavailable')
    throw new NetworkError('the session could not be read after sign-in', { cause: state.error });
  if (state.status === 'signed-out') throw new CookiesRefused('the browser refused the session cookies');
  return state.data;
}
