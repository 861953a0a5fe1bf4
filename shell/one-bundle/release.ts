// Stands in for the shell's registry/release.ts: every remote is in this one build, and nothing is read from the page.
import { findRoute, type Route } from '@piloto/contracts';

type Definition = { default: { routes: readonly (Omit<Route, 'preload'> & { page: string })[] } };
type OwnedRoute = Route & { remote: string };

export const nameOf = (file: string): string => file.split('/').find((part) => part.startsWith('mfe-')) ?? '';

const definitions = import.meta.glob<Definition>('../../mfe-*/remote.config.ts', { eager: true });

export const release = { number: 1, shell: { version: 'one-bundle' }, remotes: {} };

export const routes: readonly OwnedRoute[] = Object.entries(definitions).flatMap(([file, definition]) =>
  definition.default.routes.map((route) => ({ ...route, remote: nameOf(file) })),
);

export const routeOf = (pathname: string): OwnedRoute | undefined => findRoute(routes, pathname);
