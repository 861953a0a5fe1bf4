import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http, type HttpHandler } from 'msw';
import { z } from 'zod';

/** Where components under test believe the API to be. */
export const TEST_API_ORIGIN = 'http://api.test';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
type Operation = { responses?: Record<string, { content?: Record<string, { schema?: object }> }> };
type OpenApi = { paths: Record<string, Record<string, Operation>>; components?: { schemas?: Record<string, object> } };

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8')) as OpenApi;

/** A component schema with everything that it refers to, in the form that zod reads. */
function validatorFor(schema: object): z.ZodType {
  const local = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as unknown;
  return z.fromJSONSchema({
    ...(local(schema) as object),
    $defs: local(document.components?.schemas ?? {}),
  } as Parameters<typeof z.fromJSONSchema>[0]);
}

const validators = new Map<string, z.ZodType>();

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
export type Answer = { status: number; body?: Json; headers?: Record<string, string> };
export type Request = {
  url: URL;
  body: unknown;
  headers: Headers;
  params: Readonly<Record<string, string | readonly string[] | undefined>>;
};

/**
 * An MSW handler that cannot lie about the API: path and method must be in api/openapi.json, the answer's status must be declared
 * there and its body must satisfy the declared schema. `path` is written as in the OpenAPI: `/api/v1/public/leads/{lead_id}`.
 */
export function apiHandler(
  method: Method,
  path: string,
  answer: (request: Request) => Answer | Promise<Answer>,
): HttpHandler {
  const operation = document.paths[path]?.[method];
  if (operation === undefined)
    throw new Error(`api/openapi.json has no ${method.toUpperCase()} ${path}. Regenerate it, or mend the path.`);
  const address = TEST_API_ORIGIN + path.replace(/\{(\w+)\}/g, ':$1');
  return http[method](address, async ({ request, params }) => {
    const text = await request.clone().text();
    const isJson = request.headers.get('content-type')?.includes('json') === true;
    const { status, body, headers } = await answer({
      url: new URL(request.url),
      body: isJson && text !== '' ? JSON.parse(text) : text,
      headers: request.headers,
      params,
    });
    checkAnswer(operation, `${method.toUpperCase()} ${path}`, status, body);
    if (body === undefined) return new HttpResponse(null, { status, headers: headers ?? {} });
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new HttpResponse(JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } });
  });
}

function checkAnswer(operation: Operation, name: string, status: number, body: Json | undefined): void {
  const declared = operation.responses?.[String(status)];
  if (declared === undefined) throw new Error(`${name}: the OpenAPI declares no answer ${status}.`);
  const schema = Object.values(declared.content ?? {})[0]?.schema;
  if (schema === undefined || body === undefined) return;
  const key = `${name} ${status}`;
  const validator = validators.get(key) ?? validatorFor(schema);
  validators.set(key, validator);
  const result = validator.safeParse(body);
  if (!result.success)
    throw new Error(`${key}: the test's answer breaks the OpenAPI: ${z.prettifyError(result.error)}`);
}

/** The body of a refusal, as the API writes it. */
export function problem(
  status: number,
  code: string,
  extra: { title?: string; detail?: string; errors?: { field: string; message: string }[] } & Record<
    string,
    Json | undefined
  > = {},
): Answer {
  return {
    status,
    body: {
      type: 'about:blank',
      title: extra.title ?? code,
      status,
      detail: extra.detail ?? '',
      code,
      request_id: 'req-teste',
      ...extra,
    },
  };
}
