import type { Session, SessionModule } from '@piloto/contracts';
import { release } from './registry/release.ts';
import { within } from './registry/within.ts';

const LIMIT = 8_000;

/** Answers that the page's boot script asked for before any module ran, by absolute address. Each is handed out once. */
function takeEarly(url: string): Promise<Response> | undefined {
  const early: unknown = Reflect.get(globalThis, '__pilotoEarly');
  if (typeof early !== 'object' || early === null) return undefined;
  const answer: unknown = Reflect.get(early, url);
  Reflect.deleteProperty(early, url);
  return answer instanceof Promise ? answer : undefined;
}

/** Imports the session file that the release names and makes the session. Rejects when no remote provides one, or it cannot run. */
export async function openSession(navigate: (to: string) => void): Promise<Session> {
  const provider = Object.values(release.remotes).find((remote) => remote.provides?.session !== undefined);
  const file = provider?.provides?.session;
  if (provider === undefined || file === undefined) throw new Error('No remote of this release provides the session.');
  const address = new URL(provider.base + file, location.href).href;
  const late = (): Error =>
    new Error(`The session of ${provider.name}@${provider.version} did not load in ${LIMIT / 1000} s.`);
  const module = await within<SessionModule>(import(/* @vite-ignore */ address), LIMIT, late);
  return module.createSession({ apiOrigin: release.apiOrigin || location.origin, takeEarly, navigate });
}
