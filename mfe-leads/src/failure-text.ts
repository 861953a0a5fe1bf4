import { isApiError, NetworkError } from '@piloto/api-client';
import type { Translate } from '@piloto/runtime';

/** The cause of a failed request in words: the API's own where it answered. */
export function failureText(t: Translate, error: unknown): string {
  if (isApiError(error)) return error.problem.detail || error.problem.title;
  return error instanceof NetworkError ? t('failure.network') : t('failure.unexpected');
}
