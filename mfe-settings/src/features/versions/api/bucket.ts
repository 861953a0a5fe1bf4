import { z } from 'zod';

/** What can go wrong with one file of the bucket; `file` is its path as a person finds it there. */
export type BucketFailure =
  | { kind: 'unreachable' }
  | { kind: 'missing' }
  | { kind: 'status'; status: number }
  | { kind: 'malformed'; problem: string };

export class BucketError extends Error {
  override name = 'BucketError';
  readonly file: string;
  readonly failure: BucketFailure;
  constructor(file: string, failure: BucketFailure, options?: ErrorOptions) {
    super(`${file}: ${failure.kind}`, options);
    this.file = file;
    this.failure = failure;
  }
}

/** Reads one JSON file of the bucket, which the page's own origin serves. `path` is absolute or a whole address. */
export async function readBucket<T>(path: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  const address = new URL(path, location.origin);
  const file = address.origin === location.origin ? address.pathname.slice(1) : address.href;
  let response: Response;
  let text: string;
  try {
    response = await fetch(address.href, { signal, cache: 'no-cache', headers: { accept: 'application/json' } });
    text = await response.text();
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new BucketError(file, { kind: 'unreachable' }, { cause });
  }
  if (response.status === 404) throw new BucketError(file, { kind: 'missing' });
  if (!response.ok) throw new BucketError(file, { kind: 'status', status: response.status });
  const parsed = schema.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  const problem = where === '' ? (issue?.message ?? '') : `${where}: ${issue?.message ?? ''}`;
  throw new BucketError(file, { kind: 'malformed', problem }, { cause: parsed.error });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : '';
    throw new BucketError(file, { kind: 'malformed', problem }, { cause });
  }
}

/** Only a bucket that could not be reached is asked again by itself: a file that is broken stays broken. */
export const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 1 && error instanceof BucketError && error.failure.kind === 'unreachable';
