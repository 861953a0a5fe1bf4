// The remotes as areas of one application: `defineRemote` gives its own argument here, so a remote's module is its definition.
import { findRoute, type RemoteProps } from '@piloto/contracts';
import { currentLocale, loadMessages, type RemoteDefinition, registerMessages } from '@piloto/runtime';
import { nameOf, routeOf } from './release.ts';

type AreaModule = { default: RemoteDefinition };
const modules = new Map(
  Object.entries(import.meta.glob<AreaModule>('../../mfe-*/src/remote.tsx')).map(([file, load]) => [
    nameOf(file),
    load,
  ]),
);

const loaded = new Map<string, RemoteDefinition>();
const loads = new Map<string, Promise<RemoteDefinition>>();

export const loadedArea = (name: string): RemoteDefinition | undefined => loaded.get(name);

export function loadArea(name: string, props: RemoteProps): Promise<RemoteDefinition> {
  const known = loads.get(name);
  if (known !== undefined) return known;
  const load = modules.get(name);
  if (load === undefined) throw new Error(`There is no ${name} in this bundle.`);
  const promise = load().then(({ default: area }) => {
    registerMessages(area.name, area.messages);
    area.connect(props);
    loaded.set(name, area);
    return area;
  });
  loads.set(name, promise);
  return promise;
}

/** Loads the code and the texts of the page at `pathname`. */
export async function preloadPage(pathname: string, props: RemoteProps): Promise<void> {
  const route = routeOf(pathname);
  if (route === undefined) return;
  const area = await loadArea(route.remote, props);
  const pages = Object.entries(area.pages).map(([path, page]) => ({ path, page }));
  await Promise.all([findRoute(pages, pathname)?.page.preload(), loadMessages(currentLocale())]);
}
