import { isApiError, NetworkError } from '@piloto/api-client';
import type { Translate } from '@piloto/runtime';

/** The cause of a failed request in words: the API's own where it answered. */
export function failureText(t: Translate, error: unknown): string {
  if (isApiError(error)) return error.problem.detail || error.problem.title;
  return error instanceof NetworkError ? t('failure.network') : t('failure.unexpected');
}

/** The same for a form, which is still there. */
export const formFailureText = (t: Translate, error: unknown): string =>
  error instanceof NetworkError ? `${t('failure.network')} ${t('failure.kept')}` : failureText(t, error);

export const requestIdOf = (error: unknown): string => (isApiError(error) ? error.problem.request_id : '');
