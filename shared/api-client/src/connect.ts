import type { Session } from '@piloto/contracts';
import { client } from './generated/client.gen.ts';

/** Sends every generated call through the session. Each deployable has a copy of the client and connects its own. */
export function connectApi(session: Session): void {
  client.setConfig({
    baseUrl: session.apiOrigin,
    fetch: (input, init) => session.fetch(input instanceof URL ? input.href : input, init),
  });
}
