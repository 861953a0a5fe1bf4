import { LoadError } from './load-error.ts';
import type { RemoteVersion } from './release.ts';

/** Chromium, Firefox, Safari: the only thing that a failed `import()` says of itself. */
const IMPORT_FAILURE = /dynamically imported module|importing a module script/i;

/**
 * Whether only a fresh page can try again: a module that could not be fetched, was refused for its bytes or threw stays failed in the
 * document's module map, whatever the server answers later. (Another address would be another module, but not in the import map.)
 */
export function isStuck(error: unknown): boolean {
  if (!(error instanceof LoadError)) return false;
  if (error.failure === 'render') return error.cause instanceof TypeError && IMPORT_FAILURE.test(error.cause.message);
  return error.failure === 'http' || error.failure === 'network' || error.failure === 'evaluation';
}

/** Whether the server hands out what the remote starts with: before that, a fresh page would help nobody. */
export async function isServed(version: RemoteVersion): Promise<boolean> {
  const addresses = [version.entry, ...version.preload].map((file) => new URL(version.base + file, location.href));
  const answers = await Promise.allSettled(
    addresses.map((address) => fetch(address, { method: 'HEAD', cache: 'no-store' })),
  );
  return answers.every((answer) => answer.status === 'fulfilled' && answer.value.ok);
}
