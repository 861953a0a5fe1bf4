import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { bootScript } from '@piloto/release/boot-script';
import { shellConfig } from '@piloto/tooling/shell-preset';
import { type Connect, createServer, type Plugin, type ViteDevServer } from 'vite';
import { type DevReleaseOptions, devRelease } from './dev-release.ts';

export type DevServerOptions = DevReleaseOptions & {
  port: number;
  /** Answers `/remotes` and `/channels` (and, in one origin, `/api`) as the app server does. */
  bucketHandler: Connect.SimpleHandleFunction;
};

const BUCKET_PATHS = /^\/(?:remotes|channels|api|healthz|readyz)(?:\/|$)/;

/** Sends the shell's imports of its federation module to the one that also knows sources. */
function sourceFederation(root: string): Plugin {
  const own = join(root, 'shell/dev/source-federation.ts');
  return {
    name: 'piloto:source-federation',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id.endsWith('./federation.ts') && importer?.startsWith(join(root, 'shell/src')) === true ? own : undefined,
  };
}

/**
 * The dashboard under `vite dev`: one server for the shell and the named remotes, so that an edit is on screen with its state kept. No
 * content security policy and no integrity here: those are properties of what is built and released.
 */
export async function startDevServer(options: DevServerOptions): Promise<ViteDevServer> {
  const { root, port, remotes, bucketHandler } = options;
  const config = shellConfig(join(root, 'shell'));
  const server = await createServer({
    ...config,
    root,
    base: '/',
    configFile: false,
    appType: 'custom',
    cacheDir: join(root, '.local/vite'),
    publicDir: join(root, 'shell/public'),
    plugins: [sourceFederation(root), ...(config.plugins ?? [])],
    server: {
      port,
      strictPort: true,
      host: 'localhost',
      watch: { ignored: ['**/.local/**', '**/.piloto*/**', '**/api/**'] },
    },
    optimizeDeps: { entries: ['shell/src/main.tsx', ...remotes.map((name) => `${name}/src/remote.tsx`)] },
  });
  let changed = 0;
  server.watcher.on('change', (file) => {
    if (!file.endsWith('/remote.config.ts')) return;
    changed += 1;
    server.ws.send({ type: 'full-reload' });
  });

  const page = async (url: string): Promise<string> => {
    const release = JSON.stringify(await devRelease(options, changed)).replaceAll('<', '\\u003c');
    const head = `<script type="application/json" id="release">${release}</script>\n<script>${bootScript}</script>`;
    const template = readFileSync(join(root, 'shell/index.html'), 'utf8')
      .replace('./src/main.tsx', '/shell/src/main.tsx')
      .replace('./favicon.svg', '/favicon.svg')
      .replace('<!--piloto:head-->', () => head);
    return server.transformIndexHtml(url, template);
  };
  // Before Vite's own: the bucket's paths are not source files. After it: whatever is no source file is a page.
  server.middlewares.stack.unshift({
    route: '',
    handle: (request: Connect.IncomingMessage, response: ServerResponse, next: Connect.NextFunction) => {
      if (BUCKET_PATHS.test(request.url ?? '')) bucketHandler(request, response);
      else next();
    },
  });
  server.middlewares.use((request: Connect.IncomingMessage, response: ServerResponse, next: Connect.NextFunction) => {
    // A path with an ending that no source file answered is a missing file, not a page.
    if (request.method !== 'GET' || /\.\w+$/.test((request.url ?? '').replace(/[?#].*$/, ''))) return next();
    page(request.url ?? '/').then(
      (html) =>
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html),
      next,
    );
  });
  await server.listen();
  return server;
}
