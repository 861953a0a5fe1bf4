import { setTimeout as pause } from 'node:timers/promises';
import { Failure, textOf } from '../failure.ts';
import type { Settings } from '../settings.ts';

const LIMIT_MS = 90_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The public address where this machine can be asked by it, else the port: a name behind a proxy may not lead back to here. */
function reachable(publicUrl: string, port: number): string {
  return LOOPBACK.has(new URL(publicUrl).hostname) ? publicUrl : `http://127.0.0.1:${port}`;
}

/** Where this machine reaches the API, by the door that browsers use. */
export function apiAddress(settings: Settings): string {
  const oneOrigin = settings.apiUrl === settings.appUrl;
  return reachable(settings.apiUrl, oneOrigin ? settings.appPort : settings.apiPort);
}

/** Waits until the page is served and the API reaches its database, asked as a browser would. */
export async function waitUntilReady(settings: Settings, signal: AbortSignal): Promise<void> {
  const app = reachable(settings.appUrl, settings.appPort);
  const api = apiAddress(settings);
  const until = Date.now() + LIMIT_MS;
  for (const url of [`${app}/`, `${api}/readyz`]) {
    for (let last = ''; ; ) {
      if (signal.aborted) throw new Failure('Stopped.');
      try {
        const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]) });
        await response.arrayBuffer();
        if (response.status === 200) break;
        last = `it answers ${response.status}`;
      } catch (error) {
        last = textOf(error instanceof Error && error.cause !== undefined ? error.cause : error);
      }
      if (Date.now() > until) throw new Failure(`${url} was not ready within ${LIMIT_MS / 1000} s: ${last}.`);
      await pause(50);
    }
  }
}
