import { ApiError, NetworkError } from '@piloto/api-client';
import type { Session } from '@piloto/contracts';

async function failureOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const text = (key: string): string => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return new ApiError(
    {
      type: 'about:blank',
      title: text('title') || `HTTP ${response.status}`,
      status: response.status,
      detail: text('detail'),
      code: text('code'),
      request_id: text('request_id') || (response.headers.get('x-request-id') ?? ''),
    },
    response.headers,
  );
}

/**
 * Saves a file of the API under `name`. Through the session, because a plain link to the API would meet an expired access token with
 * a page of JSON. Rejects with ApiError or NetworkError.
 */
export async function download(session: Session, path: string, name: string): Promise<void> {
  let response: Response;
  let blob: Blob;
  try {
    response = await session.fetch(path);
    if (!response.ok) throw await failureOf(response);
    blob = await response.blob();
  } catch (cause) {
    if (cause instanceof ApiError) throw cause;
    throw new NetworkError('the file did not arrive', { cause });
  }
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has taken the file when the click returns; the address would keep it in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
