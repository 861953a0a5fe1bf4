import type { APIResponse, BrowserContext } from '@playwright/test';
import { stackUnderTest } from './stack.ts';

type Answer = { body: unknown; etag: string };

/** A string of an answer, or a failure that says what came instead. */
export function textAt(body: unknown, key: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
  if (typeof value !== 'string') throw new Error(`The API's answer has no text "${key}": ${JSON.stringify(body)}`);
  return value;
}

/** The public API as the signed-in user of a browser context: for a test's own data, and for what "another person" does meanwhile. */
export class PublicApi {
  readonly #context: BrowserContext;
  #csrf = '';

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  async get(path: string): Promise<Answer> {
    return this.#read(await this.#context.request.get(this.#address(path)), path);
  }
  async post(path: string, data: unknown): Promise<Answer> {
    return this.#send('POST', path, { data });
  }
  async upload(path: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<Answer> {
    return this.#send('POST', path, { multipart: { file } });
  }
  async patch(path: string, data: unknown, etag: string): Promise<Answer> {
    return this.#send('PATCH', path, { data, headers: { 'if-match': etag } });
  }

  #address(path: string): string {
    return `${stackUnderTest().apiUrl}/api/v1/${path}`;
  }

  async #send(
    method: string,
    path: string,
    { headers, ...body }: { data?: unknown; multipart?: { file: object }; headers?: Record<string, string> },
  ): Promise<Answer> {
    if (this.#csrf === '') this.#csrf = textAt((await this.get('auth/session')).body, 'csrf_token');
    const own = { origin: stackUnderTest().appUrl, 'x-csrf-token': this.#csrf, ...headers };
    return this.#read(await this.#fetch(method, path, own, body), path);
  }

  #fetch(method: string, path: string, headers: Record<string, string>, body: object): Promise<APIResponse> {
    return this.#context.request.fetch(this.#address(path), { method, headers, ...body });
  }

  async #read(answer: APIResponse, path: string): Promise<Answer> {
    if (!answer.ok()) throw new Error(`${path}: HTTP ${answer.status()} ${await answer.text()}`);
    const text = await answer.text();
    return { body: text === '' ? null : JSON.parse(text), etag: answer.headers().etag ?? '' };
  }
}
