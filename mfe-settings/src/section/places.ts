import { evaluateGuard, type Guard, type PageRelease } from '@piloto/contracts';
import type { LucideIcon } from '@piloto/ui';
import { Building2, MonitorSmartphone, PackageCheck, UserRound, UsersRound } from 'lucide-react';

/** `key` names the text in the messages files, below `section`. */
export type Place = { path: string; key: string; icon: LucideIcon; guard?: Guard };
export type PlaceGroup = { key: string; places: Place[] };

const SESSIONS_PATH = '/configuracoes/sessoes';

const GROUPS: PlaceGroup[] = [
  {
    key: 'you',
    places: [
      { path: '/configuracoes/perfil', key: 'profile', icon: UserRound },
      { path: SESSIONS_PATH, key: 'sessions', icon: MonitorSmartphone },
    ],
  },
  {
    key: 'organization',
    places: [
      {
        path: '/configuracoes/empresa',
        key: 'company',
        icon: Building2,
        guard: { permission: 'organization:read' },
      },
      { path: '/configuracoes/membros', key: 'members', icon: UsersRound, guard: { permission: 'members:read' } },
    ],
  },
  {
    key: 'platform',
    places: [
      { path: '/configuracoes/versoes', key: 'versions', icon: PackageCheck, guard: { permission: 'releases:read' } },
    ],
  },
];

/** True when some remote of the release declares exactly this path: a page of another remote may be absent today. */
export const isDeclared = (release: PageRelease | undefined, path: string): boolean =>
  Object.values(release?.remotes ?? {}).some(({ routes }) => routes.some((route) => route.path === path));

/** What this user can reach: guarded places by permission, the sessions (another remote's page) by the release. */
export function placeGroups(permissions: readonly string[], release: PageRelease | undefined): PlaceGroup[] {
  return GROUPS.map(({ key, places }) => ({
    key,
    places: places.filter(
      ({ path, guard }) =>
        evaluateGuard(guard, permissions).allowed && (path !== SESSIONS_PATH || isDeclared(release, path)),
    ),
  })).filter(({ places }) => places.length > 0);
}
