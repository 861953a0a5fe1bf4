import type { Release, VersionDescriptor } from '@piloto/contracts';
import { HttpResponse, http, server } from '@piloto/testing';

const folder = (name: string, version: string): string => `/remotes/${name}/${version}/`;
export const ref = (name: string, version: string) => ({ version, base: folder(name, version) });

export function release(number: number, versions: Record<string, string>, override: Partial<Release> = {}): Release {
  const { shell = '1.0.0', ...remotes } = versions;
  return {
    schema: 1,
    number,
    channel: 'production',
    time: '2026-11-24T17:32:00Z',
    by: 'ana',
    reason: `motivo ${number}`,
    remotes: Object.fromEntries(Object.entries(remotes).map(([name, version]) => [name, ref(name, version)])),
    shell: ref('shell', shell),
    pins: [],
    killed: [],
    overrides: { roles: [], origins: [] },
    ...override,
  };
}

export function descriptor(
  name: string,
  version: string,
  override: Partial<VersionDescriptor> = {},
): VersionDescriptor {
  return {
    schema: 1,
    name,
    version,
    entry: 'entry.js',
    exposes: {},
    css: [],
    preload: [],
    integrity: {},
    requires: {},
    routes: [],
    contract: 1,
    commit: `c${version.replaceAll('.', '')}`,
    builder: 'ci',
    time: '2026-11-20T12:00:00Z',
    ...override,
  };
}

/** Serves the bucket from a map of path → content: a text as it is, anything else as JSON; what is missing answers 404. */
export function serveBucket(files: Map<string, unknown>): void {
  const answer = ({ request }: { request: globalThis.Request }) => {
    const content = files.get(new URL(request.url).pathname);
    if (content === undefined) return new HttpResponse('There is no such file.\n', { status: 404 });
    return new HttpResponse(typeof content === 'string' ? content : JSON.stringify(content), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
    });
  };
  server.use(http.get(`${location.origin}/channels/*`, answer), http.get(`${location.origin}/remotes/*`, answer));
}

/** The files of a channel: its releases, the pointer to the last one, and a plain descriptor for each version. */
export function bucketOf(...releases: Release[]): Map<string, unknown> {
  const files = new Map<string, unknown>();
  for (const item of releases) {
    files.set(releaseFile(item.number), item);
    for (const [name, { version, base }] of [...Object.entries(item.remotes), ['shell', item.shell] as const])
      files.set(`${base}version.json`, descriptor(name, version));
  }
  const number = releases.at(-1)?.number;
  const pointer = { schema: 1, number, file: `releases/${number}.json`, time: '2026-11-24T17:32:00Z' };
  if (number !== undefined) files.set('/channels/production/current.json', pointer);
  return files;
}

export const releaseFile = (number: number): string =>
  `/channels/production/releases/${String(number).padStart(6, '0')}.json`;
