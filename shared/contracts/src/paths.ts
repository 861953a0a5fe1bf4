import { z } from 'zod';

/** Where to go after sign-in: a path of this dashboard and nothing else, so that no link can lead elsewhere. */
export const returnToSchema = z
  .string()
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .refine((value) => !/^\/(?:entrar|criar-conta)(?:[/?#]|$)/.test(value));

/** The query parameter that carries it. */
export const RETURN_TO = 'voltar';
export const SIGN_IN_PATH = '/entrar';
export const SETUP_PATH = '/criar-conta';
export const HOME_PATH = '/leads';

/** True when `pathname` is the route `path` (":name" is one segment) or lies below it. */
export function matchesRoute(path: string, pathname: string): boolean {
  const wanted = path.split('/').filter(Boolean);
  const given = pathname.split('/').filter(Boolean);
  return wanted.length <= given.length && wanted.every((part, i) => part.startsWith(':') || part === given[i]);
}

/** The route that answers `pathname`: the longest match, literal segments before parameters. */
export function findRoute<R extends { path: string }>(routes: readonly R[], pathname: string): R | undefined {
  const weight = (path: string): number =>
    path
      .split('/')
      .filter(Boolean)
      .reduce((sum, part) => sum + (part.startsWith(':') ? 1 : 1.5), 0);
  let best: R | undefined;
  for (const route of routes)
    if (matchesRoute(route.path, pathname) && (best === undefined || weight(route.path) > weight(best.path)))
      best = route;
  return best;
}
