import { evaluateGuard, type Locale, type SessionData } from '@piloto/contracts';
import type { OwnedRoute } from '../registry/release.ts';

export type NavItem = { path: string; remote: string; title: string; icon: string };
export type NavGroups = { sales: NavItem[]; intelligence: NavItem[]; account: NavItem[] };

/** The navigation of this user: what the release declares, less what its guards hide. A route without a group goes to "sales". */
export function navGroups(routes: readonly OwnedRoute[], session: SessionData, locale: Locale): NavGroups {
  const groups: NavGroups = { sales: [], intelligence: [], account: [] };
  const visible = routes.filter(
    (route) => route.nav !== undefined && evaluateGuard(route.guard, session.permissions).allowed,
  );
  for (const route of visible.toSorted(
    (a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0) || a.path.localeCompare(b.path),
  )) {
    groups[route.nav?.group ?? 'sales'].push({
      path: route.path,
      remote: route.remote,
      title: route.title[locale],
      icon: route.nav?.icon ?? '',
    });
  }
  return groups;
}
