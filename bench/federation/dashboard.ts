import type { Server } from 'node:http';
import type { Http2SecureServer } from 'node:http2';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAppServer } from '../../tools/app-server/server.ts';
import { Failure } from '../../tools/failure.ts';
import { ROOT } from '../../tools/root.ts';
import { loadSample } from '../../tools/sample/load.ts';
import { parseSettings, type Settings } from '../../tools/settings.ts';
import { freePorts } from '../../tools/stack/ports.ts';
import { removePostgres } from '../../tools/stack/postgres.ts';
import { Stack } from '../../tools/stack/stack.ts';
import { type Certificate, createCertificate } from './certificate.ts';
import { openEdge } from './edge.ts';
import { buildOneBundle } from './one-bundle.ts';

/** No loopback name: the stack then asks the plain ports instead of the address whose certificate only the browser is told to trust. */
const HOST = 'piloto.test';
const CHANNEL = 'production';

export type Cookie = { name: string; value: string; url: string; secure: true; httpOnly: true; sameSite: 'Strict' };

/** Both sides over one API: the released dashboard, and the same sources as one bundle, each behind an HTTP/2 server of its own. */
export class Dashboard {
  readonly #home = mkdtempSync(join(tmpdir(), 'piloto-bench-'));
  readonly #servers: (Server | Http2SecureServer)[] = [];
  /** What the servers were asked for and have not answered yet. */
  readonly asked = new Set<string>();
  readonly #report: (line: string) => void;
  readonly certificate: Certificate = createCertificate(HOST);
  readonly host = HOST;
  #settings: Settings | undefined;
  #stack: Stack | undefined;
  released = '';
  oneBundle = '';

  constructor(report: (line: string) => void) {
    this.#report = report;
  }

  async start(): Promise<void> {
    const [app = 0, api = 0, bundleApp = 0, released = 0, bundle = 0] = await freePorts(5);
    this.released = `https://${HOST}:${released}`;
    this.oneBundle = `https://${HOST}:${bundle}`;
    const own = { APP_PORT: `${app}`, API_PORT: `${api}`, PILOTO_HOME: this.#home, PUBLIC_APP_URL: this.released };
    const settings = parseSettings(ROOT, own, { oneOrigin: true });
    this.#settings = settings;
    const report = this.#report;
    const env = { ...process.env, REDIS_URL: '' };
    const stack = new Stack({ settings, oneOrigin: true, env, report });
    this.#stack = stack;
    await stack.start();
    await Promise.race([stack.failed, loadSample({ settings, report: () => {} })]);
    report('Sample organisation loaded; building the same sources as one bundle…');
    const bucket = join(this.#home, 'one-bundle');
    await buildOneBundle(ROOT, bucket);
    const bundleServer = createAppServer({ bucket, channel: CHANNEL, apiPort: api });
    this.#servers.push(bundleServer);
    await new Promise<void>((done, fail) => {
      bundleServer.once('error', fail);
      bundleServer.listen(bundleApp, '127.0.0.1', () => done());
    });
    const { certificate, asked } = this;
    this.#servers.push(await openEdge({ certificate, port: released, appPort: app, asked }));
    // The bundle is served without our protections: an ordinary build has none, and whatever they cost is to be seen.
    const drop = ['integrity-policy'];
    this.#servers.push(await openEdge({ certificate, port: bundle, appPort: bundleApp, asked, drop }));
  }

  /** Signs in by the API's own door. The cookies are the host's, so they are good for both sides. */
  async signIn(): Promise<Cookie[]> {
    const settings = this.#settings;
    if (settings === undefined) throw new Error('start() comes first.');
    const kept: unknown = JSON.parse(readFileSync(join(this.#home, 'sample.json'), 'utf8'));
    const { email, password } = kept as { email: string; password: string };
    const response = await fetch(`http://127.0.0.1:${settings.appPort}/api/v1/auth/login`, {
      method: 'POST',
      headers: { origin: settings.appUrl, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Failure(`The sign-in was answered with ${response.status}: ${await response.text()}`);
    return response.headers.getSetCookie().map((line) => {
      const pair = line.split(';')[0] ?? '';
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: this.released, secure: true, httpOnly: true, sameSite: 'Strict' };
    });
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) server.close();
    await this.#stack?.stop();
    await removePostgres(join(this.#home, 'postgres'));
    rmSync(this.#home, { recursive: true, force: true });
  }
}
