import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import type { Certificate } from './certificate.ts';

const PER_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'host']);

type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

function endToEnd(headers: IncomingHttpHeaders, drop: ReadonlySet<string>): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && !PER_CONNECTION.has(name) && !drop.has(name)),
  );
}

function ask(port: number, agent: Agent, incoming: Http2ServerRequest, drop: ReadonlySet<string>): Promise<Answer> {
  return new Promise((done, fail) => {
    const headers = { ...endToEnd(incoming.headers, new Set()), host: incoming.authority };
    const options = { host: '127.0.0.1', port, agent, method: incoming.method, path: incoming.url, headers };
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () =>
        done({
          status: answer.statusCode ?? 502,
          headers: endToEnd(answer.headers, drop),
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', fail);
    incoming.pipe(sent);
  });
}

export type EdgeOptions = {
  certificate: Certificate;
  port: number;
  /** The app server behind it. */
  appPort: number;
  /** Gets the address of each request until it is answered. */
  asked: Set<string>;
  /** Headers of it that are not handed on. */
  drop?: readonly string[];
};

/** HTTP/2 in front of an app server, as a CDN is: what may be kept for ever is asked for once and then answered from memory. */
export async function openEdge({
  certificate,
  port,
  appPort,
  asked,
  drop = [],
}: EdgeOptions): Promise<Http2SecureServer> {
  const agent = new Agent({ keepAlive: true, timeout: 60_000 }); // the app server keeps its own for 65 s
  const kept = new Map<string, Answer>();
  const dropped = new Set(drop);
  async function answer(incoming: Http2ServerRequest, outgoing: Http2ServerResponse): Promise<void> {
    const key = `${incoming.method} ${incoming.url} ${String(incoming.headers['accept-encoding'] ?? '')}`;
    const known = kept.get(key);
    const result = known ?? (await ask(appPort, agent, incoming, dropped));
    if (known === undefined && result.status === 200 && String(result.headers['cache-control']).includes('immutable'))
      kept.set(key, result);
    outgoing.writeHead(result.status, result.headers);
    outgoing.end(result.body);
  }
  const server = createSecureServer({ key: certificate.key, cert: certificate.cert }, (incoming, outgoing) => {
    asked.add(incoming.url);
    outgoing.on('close', () => asked.delete(incoming.url));
    answer(incoming, outgoing).catch((error: unknown) => {
      process.stderr.write(`${incoming.method} ${incoming.url}: ${String(error)}\n`);
      outgoing.writeHead(502).end();
    });
  });
  server.on('close', () => agent.destroy());
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done());
  });
  return server;
}
