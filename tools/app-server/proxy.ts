import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** Headers of one connection, never handed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'proxy-connection',
]);

function withoutHopByHop(headers: NodeJS.Dict<string | string[]>): NodeJS.Dict<string | string[]> {
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.includes(name)));
}

const problem = JSON.stringify({
  type: 'about:blank',
  title: 'Bad Gateway',
  status: 502,
  detail: 'A API não responde. / The API does not answer.',
  code: 'api_unreachable',
  request_id: '',
});

/** Hands requests on to the API as a load balancer does: unchanged, and unbuffered, so that streams stream. */
export function createProxy(port: number): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  // An idle connection is given up before the API does it: a request sent while the other end closes would be lost.
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 600_000 });
  return (incoming, outgoing) => {
    const headers = withoutHopByHop(incoming.headers);
    // Set, not appended: nobody in front of this server is trusted.
    headers['x-forwarded-for'] = incoming.socket.remoteAddress ?? '';
    headers['x-forwarded-host'] = incoming.headers.host ?? '';
    headers['x-forwarded-proto'] = 'http';
    const upstream = request(
      { host: '127.0.0.1', port, agent, method: incoming.method, path: incoming.url, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, withoutHopByHop(answer.headers));
        outgoing.flushHeaders();
        answer.pipe(outgoing);
        // An answer cut short must not look complete.
        answer.on('error', () => outgoing.destroy());
      },
    );
    upstream.setNoDelay(true);
    upstream.on('error', () => {
      if (outgoing.headersSent) outgoing.destroy();
      else
        outgoing
          .writeHead(502, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
          .end(problem);
    });
    outgoing.on('close', () => upstream.destroy());
    incoming.pipe(upstream);
  };
}
