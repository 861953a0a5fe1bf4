import { fieldErrors } from '@piloto/api-client';
import type { Translate } from '@piloto/runtime';

type ShownError = { type?: string | number | undefined; message?: string | undefined } | undefined;

/** Forms check with message keys; the API answers with sentences, which are kept under the type "server". */
export function errorText(t: Translate, error: ShownError): string | undefined {
  if (error?.message === undefined) return undefined;
  return error.type === 'server' ? error.message : t(error.message);
}

/** Puts the API's field errors at their fields. False when one of them has no place: the caller then shows the cause. */
export function placeFieldErrors<Name extends string>(
  error: unknown,
  names: readonly Name[],
  place: (name: Name, error: { type: 'server'; message: string }) => void,
): boolean {
  const errors = fieldErrors(error);
  for (const { field, message } of errors) {
    const name = names.find((known) => known === field);
    if (name === undefined) return false;
    place(name, { type: 'server', message });
  }
  return errors.length > 0;
}
