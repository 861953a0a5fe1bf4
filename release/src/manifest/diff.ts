import type { Release, VersionDescriptor } from '@piloto/contracts';

export type RemoteChange = { name: string; from: string | null; to: string | null };

const versions = (release: Release | undefined): Map<string, string> =>
  new Map(
    release === undefined
      ? []
      : [
          ['shell', release.shell.version],
          ...Object.entries(release.remotes).map(([name, r]): [string, string] => [name, r.version]),
        ],
  );

/** Which versions differ between two releases, by name. */
export function changesBetween(before: Release | undefined, after: Release): RemoteChange[] {
  const from = versions(before);
  const to = versions(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((name) => from.get(name) !== to.get(name))
    .map((name) => ({ name, from: from.get(name) ?? null, to: to.get(name) ?? null }));
}

export function sayChange({ name, from, to }: RemoteChange): string {
  if (from === null) return `${name} enters with ${to}`;
  if (to === null) return `${name} leaves (was ${from})`;
  return `${name} ${from} → ${to}`;
}

/** What a change of one remote's version means for people: routes, navigation, guards, exposes, required packages, number of files. */
export function sayDescriptorDiff(
  before: VersionDescriptor | undefined,
  after: VersionDescriptor | undefined,
): string[] {
  const lines: string[] = [];
  const routes = (d: VersionDescriptor | undefined) => new Map(d?.routes.map((route) => [route.path, route]));
  const from = routes(before);
  const to = routes(after);
  for (const path of to.keys()) if (!from.has(path)) lines.push(`new route ${path}`);
  for (const path of from.keys()) if (!to.has(path)) lines.push(`route ${path} is gone`);
  for (const [path, route] of to) {
    const old = from.get(path);
    if (old === undefined) continue;
    if (JSON.stringify(old.guard) !== JSON.stringify(route.guard)) lines.push(`route ${path}: another guard`);
    if (JSON.stringify(old.nav) !== JSON.stringify(route.nav))
      lines.push(`route ${path}: another place in the navigation`);
    if (JSON.stringify(old.title) !== JSON.stringify(route.title))
      lines.push(`route ${path}: title "${old.title['pt-BR']}" → "${route.title['pt-BR']}"`);
  }
  for (const [pkg, range] of Object.entries(after?.requires ?? {}))
    if (before !== undefined && before.requires[pkg] !== range)
      lines.push(`needs ${pkg} ${range} (was ${before.requires[pkg] ?? 'not needed'})`);
  if (before !== undefined && after !== undefined) {
    const changed = Object.keys(after.integrity).filter(
      (file) => before.integrity[file] !== after.integrity[file],
    ).length;
    lines.push(`${changed} of ${Object.keys(after.integrity).length} files are new`);
  }
  return lines;
}
