import { connectApi, unwrap, updateMe } from '@piloto/api-client';
import type { Locale, Session } from '@piloto/contracts';
import type { ThemeChoice } from './preferences.ts';

/** Keeps a choice of the account menu on the account, so that the next device has it too. A chunk of its own: nobody waits for it. */
export async function savePreference(
  session: Session,
  choice: { theme?: ThemeChoice; locale?: Locale },
): Promise<void> {
  connectApi(session);
  await unwrap(updateMe({ body: choice }));
}
