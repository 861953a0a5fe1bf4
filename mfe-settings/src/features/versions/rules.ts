import type { Locale, PageRelease, Release, Route, VersionDescriptor, VersionRef } from '@piloto/contracts';

/** The shell is one of the modules on screen, though the release keeps it apart. It comes first. */
export type Module = VersionRef & { name: string; previous?: VersionRef | undefined };
export function modulesOf(release: Release): Module[] {
  const remotes = Object.entries(release.remotes)
    .map(([name, { version, base, previous }]) => ({ name, version, base, previous }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return [{ name: 'shell', ...release.shell }, ...remotes];
}

export type ModuleChange = { name: string; before?: VersionRef | undefined; after?: VersionRef | undefined };

/** What differs between two releases, module by module. Without `before` (the first release) everything is new. */
export function changesBetween(before: Release | undefined, after: Release): ModuleChange[] {
  const old = new Map((before === undefined ? [] : modulesOf(before)).map((module) => [module.name, module]));
  const now = new Map(modulesOf(after).map((module) => [module.name, module]));
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((name) => ({ name, before: refOf(old.get(name)), after: refOf(now.get(name)) }))
    .filter((change) => change.before?.version !== change.after?.version);
}
const refOf = (module: Module | undefined): VersionRef | undefined =>
  module === undefined ? undefined : { version: module.version, base: module.base };

export type ReleaseState = 'live' | 'replaced' | 'reversal';

/**
 * Whether `release` brought versions back: each module that it changed had that version before, by what the release before
 * remembers or by any older one that is known. `older` may be incomplete.
 */
export function isReversal(release: Release, before: Release | undefined, older: readonly Release[]): boolean {
  if (before === undefined) return false;
  const changes = changesBetween(before, release);
  return (
    changes.length > 0 &&
    changes.every(
      ({ name, after }) =>
        after !== undefined &&
        (before.remotes[name]?.previous?.version === after.version ||
          older.some((known) => modulesOf(known).some((m) => m.name === name && m.version === after.version))),
    )
  );
}

/** Modules of this tab that run another version than the live one: name → version in this tab. */
export function tabDifferences(live: Release, tab: PageRelease | undefined): Map<string, string> {
  const differences = new Map<string, string>();
  if (tab === undefined) return differences;
  for (const { name, version } of modulesOf(live)) {
    const mine = name === 'shell' ? tab.shell.version : tab.remotes[name]?.version;
    if (mine !== undefined && mine !== version) differences.set(name, mine);
  }
  return differences;
}

export type RouteChange = {
  kind: 'routeAdded' | 'routeRemoved' | 'titleChanged' | 'guardChanged' | 'navAdded' | 'navRemoved' | 'navChanged';
  path: string;
  /** The page's title in the reader's language; `to` where it changed. */
  title: string;
  to?: string;
};

/** Pages and navigation that one module gained, lost or changed. A module that is new or gone has all or none of them. */
export function routeChanges(
  before: VersionDescriptor | undefined,
  after: VersionDescriptor | undefined,
  locale: Locale,
): RouteChange[] {
  const old = new Map((before?.routes ?? []).map((route) => [route.path, route]));
  const now = new Map((after?.routes ?? []).map((route) => [route.path, route]));
  const changes: RouteChange[] = [];
  for (const [path, route] of now) {
    const was = old.get(path);
    if (was === undefined) changes.push({ kind: 'routeAdded', path, title: route.title[locale] });
    else changes.push(...changesOfRoute(was, route, locale));
  }
  for (const [path, route] of old)
    if (!now.has(path)) changes.push({ kind: 'routeRemoved', path, title: route.title[locale] });
  return changes;
}

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

function changesOfRoute(was: Route, route: Route, locale: Locale): RouteChange[] {
  const { path } = route;
  const title = route.title[locale];
  const changes: RouteChange[] = [];
  if (was.title[locale] !== title) changes.push({ kind: 'titleChanged', path, title: was.title[locale], to: title });
  if (differ(was.guard, route.guard)) changes.push({ kind: 'guardChanged', path, title });
  if (was.nav === undefined && route.nav !== undefined) changes.push({ kind: 'navAdded', path, title });
  else if (was.nav !== undefined && route.nav === undefined) changes.push({ kind: 'navRemoved', path, title });
  else if (differ(was.nav, route.nav)) changes.push({ kind: 'navChanged', path, title });
  return changes;
}

/** The numbers of the newest `limit` releases, newest first. */
export const newestNumbers = (live: number, limit: number): number[] =>
  Array.from({ length: Math.min(live, limit) }, (_, i) => live - i);
