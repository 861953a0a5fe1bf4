import { translate } from './messages.ts';

/** The members of `application/problem+json` that a person sees. */
export type ShownProblem = {
  status: number;
  title: string;
  detail: string;
  code: string;
  request_id: string;
  errors?: { field: string; message: string }[];
};

/**
 * The problem of a failed call, or undefined when there was no answer. Looks at the shape: each remote has its own copy of the API client, so
 * the class of the error is not one class.
 */
export function problemOf(error: unknown): ShownProblem | undefined {
  if (typeof error !== 'object' || error === null || !('problem' in error)) return undefined;
  const { problem } = error;
  return typeof problem === 'object' && problem !== null && 'request_id' in problem
    ? (problem as ShownProblem)
    : undefined;
}

/** The cause of a failed call in words of the current language: the API's own where it answered. */
export function failureText(error: unknown): string {
  const t = translate('runtime');
  const problem = problemOf(error);
  if (problem !== undefined) return problem.detail || problem.title;
  return error instanceof Error && error.name === 'NetworkError' ? t('failure.network') : t('failure.unexpected');
}
