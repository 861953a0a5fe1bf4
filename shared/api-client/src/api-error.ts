/** One field of a refused body. `field` is a dotted path such as `custom.cargo`; `message` is in the caller's language. */
export type FieldError = { field: string; message: string };

/** `application/problem+json` as the API writes it. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  request_id: string;
  errors?: FieldError[];
  [extension: string]: unknown;
};

/** An answer of the API that is not a success. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly problem: Problem;
  readonly headers: Headers;
  constructor(problem: Problem, headers: Headers) {
    super(problem.detail || problem.title);
    this.status = problem.status;
    this.problem = problem;
    this.headers = headers;
  }
}

/** No answer at all: offline, refused, cut. */
export class NetworkError extends Error {
  override name = 'NetworkError';
}

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError;

/** The message of `field` in a refused form. */
export function fieldErrors(error: unknown): FieldError[] {
  return isApiError(error) ? (error.problem.errors ?? []) : [];
}
