/** Why a remote could not be shown. Each class has its own words on the failure card. */
export type FailureClass =
  | 'http'
  | 'network'
  | 'timeout'
  | 'evaluation'
  | 'contract'
  | 'css'
  | 'requires'
  | 'mount'
  | 'render';

export class LoadError extends Error {
  override name = 'LoadError';
  readonly failure: FailureClass;
  readonly remote: string;
  readonly version: string;
  /** Only for "http": the status of the file that was refused. */
  readonly status: number | undefined;
  constructor(
    failure: FailureClass,
    remote: string,
    version: string,
    message: string,
    options: { cause?: unknown; status?: number } = {},
  ) {
    super(`${remote}@${version}: ${message}`, 'cause' in options ? { cause: options.cause } : undefined);
    this.failure = failure;
    this.remote = remote;
    this.version = version;
    this.status = options.status;
  }
}

/**
 * A failed dynamic import says only that it failed. Asking for the entry once more, without the cache, tells a refused file from a
 * missing network; an entry that is there means that its code, or a chunk of it, failed.
 */
export async function classifyImport(
  error: unknown,
  remote: string,
  version: string,
  entry: string,
): Promise<LoadError> {
  if (error instanceof LoadError) return error;
  const message = error instanceof Error ? error.message : String(error);
  try {
    const answer = await fetch(entry, { method: 'HEAD', cache: 'no-store' });
    if (!answer.ok)
      return new LoadError('http', remote, version, `${entry} answered ${answer.status}`, {
        cause: error,
        status: answer.status,
      });
  } catch (cause) {
    return new LoadError('network', remote, version, `${entry} could not be reached`, { cause });
  }
  return new LoadError('evaluation', remote, version, message, { cause: error });
}
