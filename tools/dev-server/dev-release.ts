import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTRACT_VERSION, type PageRelease, type PageVersion, pageReleaseSchema } from '@piloto/contracts';
import type { RemoteDefinitionFile } from '@piloto/tooling/remote-definition';
import { Failure } from '../failure.ts';

export type DevReleaseOptions = {
  root: string;
  bucket: string;
  channel: string;
  apiOrigin: string;
  remotes: readonly string[];
};

const EMPTY = { number: 1, shell: { version: '0.0.0-dev', base: '/', shares: {} }, remotes: {} } as const;

/** The live release as its page carries it, or an empty one when nothing was promoted yet. */
function liveRelease({ bucket, channel, apiOrigin }: DevReleaseOptions): PageRelease {
  const page = join(bucket, 'channels', channel, 'index.html');
  if (!existsSync(page)) return { ...EMPTY, remotes: {}, channel, apiOrigin };
  const text = /id="release">([\s\S]*?)<\/script>/.exec(readFileSync(page, 'utf8'))?.[1];
  const result = pageReleaseSchema.safeParse(JSON.parse(text ?? 'null'));
  if (!result.success)
    throw new Failure(`${page} carries no release that can be read. Run npm start once, or npm run release -- verify.`);
  return { ...result.data, apiOrigin };
}

/** What the page says of a remote whose sources are served: its declaration, and no built file. `changed` makes Node read it anew. */
async function sourceVersion(root: string, name: string, changed: number): Promise<PageVersion> {
  const file = join(root, name, 'remote.config.ts');
  const loaded = (await import(`${pathToFileURL(file).href}?v=${changed}`)) as { default: RemoteDefinitionFile };
  const { routes, slots, provides } = loaded.default;
  return {
    name,
    version: '0.0.0-dev',
    base: '/',
    entry: `${name}/src/remote.tsx`,
    preload: [],
    css: [],
    requires: {},
    contract: CONTRACT_VERSION,
    routes: routes.map(({ page: _page, ...route }) => route),
    ...(slots !== undefined && { slots }),
    ...(provides !== undefined && { provides: { session: `${name}/${provides.session}` } }),
  };
}

/** The release of the development page: the named remotes from their sources, the others as they are live. */
export async function devRelease(options: DevReleaseOptions, changed: number): Promise<PageRelease> {
  const live = liveRelease(options);
  const sources = await Promise.all(options.remotes.map((name) => sourceVersion(options.root, name, changed)));
  return {
    ...live,
    remotes: { ...live.remotes, ...Object.fromEntries(sources.map((version) => [version.name, version])) },
  };
}
