import type { PageRelease } from '@piloto/contracts';

/**
 * Runs in the page before any module: asks for the active route's files and first reads at once, instead of when the shell's code
 * discovers them, and sets theme and language before the first paint. Turned to text by `bootScript`, so it may use nothing from
 * outside its own body (types vanish). Routes match as `findRoute` of @piloto/contracts does; a test compares the two.
 */
export function boot(homePath: string): void {
  const root = document.documentElement;
  const stored = (key: string): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = stored('piloto.theme');
  root.dataset.theme =
    theme === 'light' || theme === 'dark'
      ? theme
      : matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light';
  root.lang = stored('piloto.locale') === 'en' ? 'en' : 'pt-BR';

  const release = JSON.parse(document.getElementById('release')?.textContent ?? '') as PageRelease;
  const early: Record<string, Promise<Response>> = {};
  Reflect.set(globalThis, '__pilotoEarly', early);
  const add = (properties: Partial<HTMLLinkElement>): void =>
    document.head.append(Object.assign(document.createElement('link'), { crossOrigin: 'anonymous' }, properties));
  const read = (path: string): void => {
    // Written as a request writes it, or an apostrophe in a search would make two names of one address.
    const url = new URL(path, release.apiOrigin || location.origin).href;
    const answer = fetch(url, { credentials: 'include', headers: { accept: 'application/json' } });
    answer.catch(() => {}); // whoever takes it sees the failure
    early[url] = answer;
  };

  // The shell leads from "/" to the home page.
  const given = (location.pathname === '/' ? homePath : location.pathname).split('/').filter(Boolean);
  let best:
    | {
        weight: number;
        remote: PageRelease['remotes'][string];
        route: PageRelease['remotes'][string]['routes'][number];
        values: Record<string, string>;
      }
    | undefined;
  for (const remote of Object.values(release.remotes)) {
    if (remote.provides?.session) add({ rel: 'modulepreload', href: remote.base + remote.provides.session });
    for (const route of remote.routes) {
      const wanted = route.path.split('/').filter(Boolean);
      const values: Record<string, string> = {};
      let weight = 0;
      const fits =
        wanted.length <= given.length &&
        wanted.every((part, i) => {
          const value = given[i] ?? '';
          if (!part.startsWith(':')) {
            weight += 1.5;
            return part === value;
          }
          weight += 1;
          values[part.slice(1)] = value;
          return true;
        });
      if (fits && (best === undefined || weight > best.weight)) best = { weight, remote, route, values };
    }
  }
  read('/api/v1/auth/session');
  if (best === undefined) return;
  const { remote, route, values } = best;
  for (const [file, integrity] of remote.css) add({ rel: 'stylesheet', integrity, href: remote.base + file });
  for (const file of [...remote.preload, ...(route.preload ?? [])])
    add({ rel: 'modulepreload', href: remote.base + file });
  const query = new URLSearchParams(location.search);
  for (const { url, forward } of route.data ?? []) {
    const forwarded = (forward ?? []).flatMap((name) =>
      query
        .getAll(name)
        .filter(Boolean)
        .map((value) => `${name}=${encodeURIComponent(value)}`),
    );
    const path = url.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '');
    read(path + (forwarded.length > 0 ? (path.includes('?') ? '&' : '?') + forwarded.join('&') : ''));
  }
}
