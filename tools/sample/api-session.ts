import { z } from 'zod';
import { Failure } from '../failure.ts';

const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/** An answer of the API that is not the wanted one, in its own words. */
export class ApiRefusal extends Failure {
  readonly status: number;
  readonly code: string | undefined;
  constructor(method: string, path: string, status: number, body: string) {
    let problem: z.infer<typeof problemSchema> = {};
    try {
      problem = problemSchema.parse(JSON.parse(body));
    } catch {
      problem = { detail: body.slice(0, 300) };
    }
    const fields = (problem.errors ?? []).map(({ field, message }) => `${field}: ${message}`);
    super(
      [`${method} ${path} was answered with ${status}: ${problem.detail ?? problem.title ?? ''}`, ...fields].join('\n'),
    );
    this.status = status;
    this.code = problem.code;
  }
}

/** A signed-in client of the API through its public door: cookies, origin and CSRF token as a browser sends them. */
export class ApiSession {
  readonly #base: string;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  #csrf = '';

  constructor(apiUrl: string, appUrl: string) {
    this.#base = `${apiUrl}/api/v1`;
    this.#origin = appUrl;
  }

  /** Sends JSON, or a form with a file, and gives the parsed answer. */
  async call<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.#base}/${path}`, {
      method,
      headers: {
        accept: 'application/json',
        origin: this.#origin,
        ...(this.#cookies.size > 0 && {
          cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(this.#csrf !== '' && { 'x-csrf-token': this.#csrf }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new ApiRefusal(method, path, response.status, text);
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return schema.parse(text === '' ? undefined : JSON.parse(text));
  }

  /** Signs in by a route that answers with the session. */
  async enter(path: 'auth/setup' | 'auth/login', body: unknown): Promise<void> {
    const { csrf_token } = await this.call('POST', path, z.object({ csrf_token: z.string() }), body);
    this.#csrf = csrf_token;
  }
}
