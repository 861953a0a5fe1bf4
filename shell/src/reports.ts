import type { FailureContext } from '@piloto/runtime';

const ids = new WeakMap<object, string>();

/** The id that support can search for; the same error keeps its id wherever it is shown. */
export function reportIdOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return crypto.randomUUID().slice(0, 8);
  const known = ids.get(error);
  if (known !== undefined) return known;
  const id = crypto.randomUUID().slice(0, 8);
  ids.set(error, id);
  return id;
}

/** Where every caught failure of the page ends: the console, with its id, its remote and version. */
export function logReport(error: unknown, context: FailureContext): void {
  const owner = context.remote === undefined ? 'shell' : `${context.remote}@${context.version ?? '?'}`;
  // eslint-disable-next-line no-console -- the one place that may: this is the seam itself.
  console.error(`[${owner}] ${context.where} (${reportIdOf(error)})`, error);
}
