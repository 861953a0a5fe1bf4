import type { EventBus, RemoteProps, Session } from '@piloto/contracts';
import { create } from 'zustand';
import { decideAccess } from './access.ts';
import { navigate } from './navigation.ts';
import { locale, theme } from './preferences.ts';
import { loadRemote } from './registry/load-remote.ts';
import { release, routeOf } from './registry/release.ts';
import { isServed, isStuck } from './registry/stuck-module.ts';
import { type Place, type Supervisor, supervise } from './registry/supervise.ts';
import { enableStyles } from './registry/styles-of.ts';
import { unsaved } from './unsaved.ts';

export type App = Supervisor & { name: string; isActive(pathname: string): boolean };

/** What stands in each remote's place, by name; missing = never wanted yet. */
export const usePlaces = create<Record<string, Place>>(() => ({}));

/** The element of a remote, drawn by the frame once for the whole life of the page. */
export function placeElement(name: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`main [data-mfe="${CSS.escape(name)}"]`);
  if (element === null) throw new Error(`The frame has no place for ${name}.`);
  return element;
}

/** One supervised application for each remote of the release. */
export function createApps(session: Session, events: EventBus): App[] {
  return Object.entries(release.remotes).map(([name, wanted]) => {
    const props = (domElement: HTMLElement, signal: AbortSignal, onFailure: (error: unknown) => void): RemoteProps => ({
      domElement,
      basePath: '',
      locale,
      theme,
      session,
      navigate,
      unsaved,
      signal,
      // Each remote has its own face of the bus: a failure that it tells is charged to it, whoever listens.
      events: {
        on: events.on,
        emit: (type, detail) =>
          type === 'failure' && 'error' in detail ? onFailure(detail.error) : events.emit(type, detail),
      },
    });
    const supervisor = supervise({
      name,
      wanted,
      load: () => loadRemote(wanted),
      enableStyles,
      element: () => placeElement(name),
      props,
      onPlace: (place) => usePlaces.setState({ [name]: place }),
    });
    const retry = async (): Promise<void> => {
      const place = usePlaces.getState()[name];
      const stuck = place?.status === 'failed' && isStuck(place.error) && (await isServed(wanted));
      if (place !== usePlaces.getState()[name]) return; // the user went elsewhere meanwhile
      if (stuck) location.reload();
      else supervisor.retry();
    };
    return {
      ...supervisor,
      name,
      retry: () => void retry(),
      isActive(pathname) {
        const access = decideAccess(routeOf(pathname), session.current());
        return access.kind === 'allowed' && access.route.remote === name;
      },
    };
  });
}
