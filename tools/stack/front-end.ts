import type { Server } from 'node:http';
import { join } from 'node:path';
import { createAppServer } from '../app-server/server.ts';
import type { Settings } from '../settings.ts';
import { refreshBuilds } from './builds.ts';
import { CHANNEL, releaseBuilds } from './release.ts';

export type FrontEndContext = {
  settings: Settings;
  oneOrigin: boolean;
  report: (line: string) => void;
  /** Aborted when the stack is ended. */
  signal: AbortSignal;
};

/** What the browser opens. */
export type FrontEnd = {
  /** Takes the port at once; `ready` resolves when pages can be loaded. */
  open(context: FrontEndContext): Promise<{ ready: Promise<unknown> }>;
  close(): Promise<void>;
};

export const bucketOf = (settings: Settings): string => join(settings.home, 'bucket');
export const apiOriginOf = ({ settings, oneOrigin }: FrontEndContext): string => (oneOrigin ? '' : settings.apiUrl);

/** Builds what changed, publishes and promotes it, as the release tool does, and brings the page up to it. */
export async function releasePackages(context: FrontEndContext): Promise<void> {
  const { settings, report, signal } = context;
  const builds = await refreshBuilds(report, signal);
  await releaseBuilds({
    builds,
    bucket: bucketOf(settings),
    home: settings.home,
    apiOrigin: apiOriginOf(context),
    report,
  });
}

/** The app server over the bucket. */
export function releasedFrontEnd(): FrontEnd {
  let server: Server | undefined;
  return {
    async open(context) {
      const { settings, oneOrigin } = context;
      const created = createAppServer({
        bucket: bucketOf(settings),
        channel: CHANNEL,
        apiPort: oneOrigin ? settings.apiPort : undefined,
      });
      server = created;
      await new Promise<void>((done, fail) => {
        created.once('error', fail);
        created.listen(settings.appPort, '127.0.0.1', () => done());
      });
      return { ready: releasePackages(context) };
    },
    async close() {
      server?.close();
      server?.closeAllConnections();
    },
  };
}
