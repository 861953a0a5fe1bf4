import type { ViteDevServer } from 'vite';
import { createAppServer } from '../app-server/server.ts';
import { ROOT } from '../root.ts';
import { apiOriginOf, bucketOf, type FrontEnd, releasePackages } from '../stack/front-end.ts';
import { CHANNEL } from '../stack/release.ts';
import { startDevServer } from './dev-server.ts';

/** The dashboard from its sources; remotes that are not named come from the live release, which is brought up to date first. */
export function sourceFrontEnd(remotes: readonly string[], released: boolean): FrontEnd {
  let server: ViteDevServer | undefined;
  return {
    async open(context) {
      const { settings, oneOrigin } = context;
      const bucket = bucketOf(settings);
      // Not listening: it only answers the requests that Vite hands on.
      const bucketServer = createAppServer({
        bucket,
        channel: CHANNEL,
        apiPort: oneOrigin ? settings.apiPort : undefined,
      });
      server = await startDevServer({
        root: ROOT,
        bucket,
        channel: CHANNEL,
        apiOrigin: apiOriginOf(context),
        remotes,
        port: settings.appPort,
        bucketHandler: (request, response) => void bucketServer.emit('request', request, response),
      });
      return { ready: released ? releasePackages(context) : Promise.resolve() };
    },
    async close() {
      await server?.close();
    },
  };
}
