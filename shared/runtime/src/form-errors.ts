import { problemOf } from './failure-text.ts';
import type { Translate } from './messages.ts';

type ShownError = { type?: string | number | undefined; message?: string | undefined } | undefined;

/** Forms check with message keys; the API answers with sentences, which are kept under the type "server". */
export function errorText(t: Translate, error: ShownError): string | undefined {
  if (error?.message === undefined) return undefined;
  return error.type === 'server' ? error.message : t(error.message);
}

/**
 * Puts the API's field errors at their fields: `tags.0` and `custom.cargo` at `tags` and `custom`. Returns true when each one found
 * its place; otherwise the caller still has to show the cause.
 */
export function placeFieldErrors<Name extends string>(
  error: unknown,
  names: readonly Name[],
  place: (name: Name, error: { type: 'server'; message: string }) => void,
): boolean {
  const errors = problemOf(error)?.errors ?? [];
  let all = errors.length > 0;
  for (const { field, message } of errors) {
    const name = names.find((known) => field === known || field.startsWith(`${known}.`));
    if (name === undefined) all = false;
    else place(name, { type: 'server', message });
  }
  return all;
}
