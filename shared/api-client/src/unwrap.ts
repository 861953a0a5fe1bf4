import { ApiError, NetworkError, type Problem } from './api-error.ts';

type Result<Data> = { data?: Data; error?: unknown; response?: Response | undefined };

function toProblem(error: unknown, response: Response): Problem {
  const body = typeof error === 'object' && error !== null ? error : {};
  const text = (key: string, otherwise: string): string => {
    const value: unknown = Reflect.get(body, key);
    return typeof value === 'string' ? value : otherwise;
  };
  return {
    ...body,
    type: text('type', 'about:blank'),
    title: text('title', response.statusText || `HTTP ${response.status}`),
    status: response.status,
    detail: text('detail', ''),
    code: text('code', 'unexpected_response'),
    request_id: text('request_id', response.headers.get('x-request-id') ?? ''),
  };
}

/** The body of a generated call, or a thrown ApiError (an answer) or NetworkError (none). */
export async function unwrap<Data>(call: Promise<Result<Data>>): Promise<NonNullable<Data>> {
  return (await unwrapWithHeaders(call)).data;
}

/** The same with the headers, for `ETag`. */
export async function unwrapWithHeaders<Data>(
  call: Promise<Result<Data>>,
): Promise<{ data: NonNullable<Data>; headers: Headers }> {
  const { data, error, response } = await call;
  if (response === undefined) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NetworkError('no answer from the API', { cause: error });
  }
  if (!response.ok || error !== undefined) throw new ApiError(toProblem(error, response), response.headers);
  // 204 has no body: the generated types say `void` there, and callers ignore it.
  return { data: data as NonNullable<Data>, headers: response.headers };
}
