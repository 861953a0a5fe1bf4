import { findRoute, type PageRelease, type PageVersion, pageReleaseSchema, type Route } from '@piloto/contracts';

/** Reads the release that the release tool inlined in this page. Throws with the reason when the page was built wrongly. */
function readRelease(): PageRelease {
  const text = document.getElementById('release')?.textContent;
  if (!text) throw new Error('This page carries no release. Publish and promote a shell with the release tool.');
  const result = pageReleaseSchema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  throw new Error(
    `The release in this page is malformed: ${result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
  );
}

export const release = readRelease();
export type RemoteVersion = PageVersion;
export type OwnedRoute = Route & { remote: string };

/** Every route of every live remote. */
export const routes: readonly OwnedRoute[] = Object.entries(release.remotes).flatMap(([remote, version]) =>
  version.routes.map((route) => ({ ...route, remote })),
);

/** The route that answers `pathname`, and with it the remote that owns the place. */
export const routeOf = (pathname: string): OwnedRoute | undefined => findRoute(routes, pathname);
