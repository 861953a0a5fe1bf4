import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { assetHeaders, pageHeaders } from '@piloto/release/headers';
import { isPagePath, objectName, readObject } from './bucket-files.ts';
import { Compressor } from './compression.ts';
import { createProxy } from './proxy.ts';

export type AppServerOptions = {
  bucket: string;
  channel: string;
  /** Set in one origin: requests below /api, and the health checks, go to the API on this port. */
  apiPort?: number | undefined;
};
type Headers = Readonly<Record<string, string>>;

const CHANNEL_HEADERS: Headers = {
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
};
const isApiPath = (pathname: string): boolean => /^\/(?:api(?:\/|$)|healthz$|readyz$)/.test(pathname);

function say(response: ServerResponse, status: number, text: string, headers: Headers = {}): void {
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store', // a CDN that keeps a 404 would hide the file that is uploaded a second later
      ...headers,
    })
    .end(`${text}\n`);
}

/** True when the client would show a page: a browser's address bar, or a tool that takes anything. */
function takesHtml(request: IncomingMessage): boolean {
  const accept = request.headers.accept ?? '*/*';
  return /text\/html|application\/xhtml\+xml|\*\/\*/.test(accept);
}

/** Serves a bucket folder as Cloud Storage behind Cloud CDN and the load balancer do (infra/), page and files on one origin. */
export function createAppServer({ bucket, channel, apiPort }: AppServerOptions): Server {
  const compressor = new Compressor();
  const proxy = apiPort === undefined ? undefined : createProxy(apiPort);

  async function sendObject(request: IncomingMessage, response: ServerResponse, name: string, headers: Headers) {
    const file = await readObject(bucket, name);
    if (file === undefined) return false;
    const shared = { ...headers, etag: file.etag, vary: 'accept-encoding' };
    if (request.headers['if-none-match']?.split(/,\s*/).includes(file.etag)) {
      response.writeHead(304, shared).end();
      return true;
    }
    const { bytes, encoding } = await compressor.encode(file, request.headers['accept-encoding']);
    response.writeHead(200, {
      ...shared,
      'content-type': file.type,
      'content-length': bytes.length,
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = (request.url ?? '/').replace(/[?#].*$/s, '');
    if (proxy !== undefined && isApiPath(pathname)) return proxy(request, response);
    const name = objectName(pathname);
    if (request.method === 'OPTIONS' && name !== undefined) {
      const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD' };
      response.writeHead(204, { ...allowed, 'access-control-max-age': '3600' }).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return say(response, 405, 'Only GET and HEAD are served here.', { allow: 'GET, HEAD' });
    if (name !== undefined) {
      const headers = name.startsWith('remotes/') ? assetHeaders : CHANNEL_HEADERS;
      if (await sendObject(request, response, name, headers)) return;
      return say(response, 404, 'There is no such file.', { 'access-control-allow-origin': '*' });
    }
    if (!isPagePath(pathname) || !takesHtml(request)) return say(response, 404, 'There is no such file.');
    if (await sendObject(request, response, `channels/${channel}/index.html`, pageHeaders)) return;
    say(response, 503, `The channel "${channel}" has no release yet.`);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`App server: ${request.method} ${request.url}: ${String(error)}\n`);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'The file could not be read.');
    });
  });
  server.keepAliveTimeout = 65_000;
  return server;
}
