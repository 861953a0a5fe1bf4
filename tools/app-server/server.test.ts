import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createAppServer } from './server.ts';

const home = mkdtempSync(join(tmpdir(), 'piloto-app-server-'));
const bucket = join(home, 'bucket');
const servers: Server[] = [];
const script = `export const text = '${'olá '.repeat(1000)}';\n`;

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(bucket, file)), { recursive: true });
  writeFileSync(join(bucket, file), text);
};
async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
/** Sends the path exactly as written: fetch would tidy up "..". */
function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', fail);
    sent.end();
  });
}

beforeAll(() => {
  put('channels/production/index.html', '<!doctype html><title>Piloto</title>');
  put('channels/production/current.json', '{"number":1}');
  put('remotes/mfe-leads/1.0.0/remoteEntry-abc.js', script);
  put('remotes/mfe-leads/1.0.0/style.css', '.a{}');
  put('remotes/.meta/secret.json', '{}');
  put('other/file.json', '{}');
  writeFileSync(join(home, 'secret.json'), '{"password":"x"}');
  symlinkSync(join(home, 'secret.json'), join(bucket, 'remotes/mfe-leads/1.0.0/link.json'));
  symlinkSync(home, join(bucket, 'remotes/linked'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});
afterAll(() => rmSync(home, { recursive: true }));

describe('files', () => {
  test('of a version are immutable, readable from any origin, and of their type', async () => {
    const port = await listen(createAppServer({ bucket, channel: 'production' }));
    const { status, headers, body } = await ask(port, '/remotes/mfe-leads/1.0.0/remoteEntry-abc.js?x=1');
    expect(status).toBe(200);
    expect(body.toString()).toBe(script);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
  });

  test('of a channel are asked for again each time', async () => {
    const port = await listen(createAppServer({ bucket, channel: 'production' }));
    const first = await ask(port, '/channels/production/current.json');
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await ask(port, '/channels/production/current.json', { 'if-none-match': first.headers.etag ?? '' });
    expect(again.status).toBe(304);
    put('channels/production/current.json', '{"number":2}');
    const changed = await ask(port, '/channels/production/current.json', { 'if-none-match': first.headers.etag ?? '' });
    expect(changed.body.toString()).toBe('{"number":2}');
  });

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip;q=0.8, br;q=0', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('are compressed as accepted: %s', async (accepted, encoding, decompress) => {
    const port = await listen(createAppServer({ bucket, channel: 'production' }));
    const file = '/remotes/mfe-leads/1.0.0/remoteEntry-abc.js';
    const { headers, body } = await ask(port, file, { 'accept-encoding': accepted });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(decompress(body).toString()).toBe(script);
    expect(body.length).toBeLessThan(script.length / 10);
  });

  test('too small to gain, or for a client that cannot, are sent as they are', async () => {
    const port = await listen(createAppServer({ bucket, channel: 'production' }));
    const small = await ask(port, '/remotes/mfe-leads/1.0.0/style.css', { 'accept-encoding': 'br' });
    expect(small.headers['content-encoding']).toBeUndefined();
    const plain = await ask(port, '/remotes/mfe-leads/1.0.0/remoteEntry-abc.js', { 'accept-encoding': 'identity' });
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  test('that are missing are an honest 404, never a page, and never kept by a cache', async () => {
    const port = await listen(createAppServer({ bucket, channel: 'production' }));
    for (const path of [
      '/remotes/mfe-leads/1.0.0/gone.js',
      '/gone.js',
      '/remotes/mfe-leads/9.9.9/version.json',
      '/remotes/',
    ]) {
      const { status, headers, body } = await ask(port, path, { accept: 'text/html' });
      expect([path, status]).toEqual([path, 404]);
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      expect(body.toString()).not.toContain('<');
    }
  });

  test.each([
    '/remotes/../../secret.json',
    '/channels/production/..%2f..%2f..%2fsecret.json',
    '/remotes/%2e%2e/%2e%2e/secret.json',
    '/remotes/mfe-leads/1.0.0/..%5c..%5cstyle.css',
    '/remotes/mfe-leads/1.0.0/link.json',
    '/remotes/linked/secret.json',
    '/remotes/linked/bucket/other/file.json',
    '/remotes/.meta/secret.json',
    '/other/file.json',
    '/remotes/mfe-leads/1.0.0/style.css%00.js',
    '/remotes/%E0%A4%A',
  ])('outside of what is public are not reached by %s', async (path) => {
    const port = await listen(createAppServer({ bucket, channel: 'production' }));
    const { status, body } = await ask(port, path);
    expect(status).toBe(404);
    expect(body.toString()).toBe('There is no such file.\n');
  });

  test('are only read', async () => {
    const port = await listen(createAppServer({ bucket, channel: 'production' }));
    const { status, headers } = await ask(port, '/remotes/mfe-leads/1.0.0/style.css', {}, 'PUT');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    const head = await ask(port, '/remotes/mfe-leads/1.0.0/style.css', {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '4', 0]);
  });
});

describe('the page', () => {
  test.each(['/', '/leads', '/leads/0199aa10-0000-7000-8000-000000000000', '/configuracoes/versoes?x=1'])(
    'answers the deep link %s with 200, with its protections',
    async (path) => {
      const port = await listen(createAppServer({ bucket, channel: 'production' }));
      const { status, headers, body } = await ask(port, path, { accept: 'text/html,*/*;q=0.8' });
      expect(status).toBe(200);
      expect(body.toString()).toContain('<title>Piloto</title>');
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': "frame-ancestors 'none'",
        'integrity-policy': 'blocked-destinations=(script)',
        'cross-origin-opener-policy': 'same-origin',
      });
    },
  );

  test('is not what a script asking for data, or a call of the API, gets', async () => {
    const port = await listen(createAppServer({ bucket, channel: 'production' }));
    expect((await ask(port, '/leads', { accept: 'application/json' })).status).toBe(404);
    for (const path of ['/api/v1/auth/session', '/healthz', '/readyz'])
      expect((await ask(port, path)).status).toBe(404);
  });

  test('that was never promoted is told', async () => {
    const port = await listen(createAppServer({ bucket, channel: 'staging' }));
    const { status, body } = await ask(port, '/leads');
    expect([status, body.toString()]).toEqual([503, 'The channel "staging" has no release yet.\n']);
  });
});

describe('one origin', () => {
  const startBoth = async (api: RequestListener): Promise<number> => {
    const apiPort = await listen(createServer(api));
    return listen(createAppServer({ bucket, channel: 'production', apiPort }));
  };

  test('hands calls of the API on as they are, and its answers back', async () => {
    const port = await startBoth((incoming, outgoing) => {
      const { method, url, headers } = incoming;
      outgoing.writeHead(409, { 'content-type': 'application/problem+json', 'set-cookie': ['a=1', 'b=2'] });
      outgoing.end(
        JSON.stringify({ method, url, host: headers.host, cookie: headers.cookie, from: headers['x-forwarded-for'] }),
      );
    });
    const { status, headers, body } = await ask(port, '/api/v1/public/leads?q=a%20b', {
      cookie: '__Host-piloto_sid=x',
      'x-forwarded-for': '8.8.8.8',
    });
    expect(status).toBe(409);
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(JSON.parse(body.toString())).toEqual({
      method: 'GET',
      url: '/api/v1/public/leads?q=a%20b',
      host: `127.0.0.1:${port}`,
      cookie: '__Host-piloto_sid=x',
      from: '127.0.0.1', // who really asks, not who is claimed
    });
    expect((await ask(port, '/healthz')).status).toBe(409);
    expect((await ask(port, '/leads')).status).toBe(200);
  });

  test('does not hold a stream back', async () => {
    let release = (): void => {};
    const port = await startBoth((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      release = () => outgoing.end('data: 2\n\n');
    });
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/public/events`);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe('data: 1\n\n'); // though the answer has not ended
    release();
    const second = await reader?.read();
    expect(Buffer.from(second?.value ?? []).toString()).toBe('data: 2\n\n');
  });

  test('lets the API know that a caller has gone', async () => {
    const gone = new Promise<void>((done) => {
      void startBoth((incoming) => incoming.once('close', () => done())).then(async (port) => {
        const aborted = new AbortController();
        const call = fetch(`http://127.0.0.1:${port}/api/v1/public/events`, { signal: aborted.signal });
        setTimeout(() => aborted.abort(), 50);
        await expect(call).rejects.toThrow();
      });
    });
    await gone;
  });

  test('tells an API that does not answer, as a problem', async () => {
    const apiPort = await listen(createServer());
    await new Promise((done) => servers.pop()?.close(done));
    const port = await listen(createAppServer({ bucket, channel: 'production', apiPort }));
    const { status, headers, body } = await ask(port, '/api/v1/auth/session');
    expect([status, headers['content-type']]).toEqual([502, 'application/problem+json']);
    expect(JSON.parse(body.toString())).toMatchObject({ status: 502, code: 'api_unreachable' });
  });

  test('does not make an answer that was cut short look complete', async () => {
    const port = await startBoth((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => outgoing.destroy(), 20);
    });
    await expect(ask(port, '/api/v1/public/leads/export.csv')).rejects.toThrow();
  });
});
