import { matchesRoute } from '@piloto/contracts';
import { useMessages } from '@piloto/runtime';
import { cn, Icon, Tooltip } from '@piloto/ui';
import { TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { usePlaces } from '../apps.ts';
import { navIcon } from './nav-icons.ts';
import type { NavGroups, NavItem } from './nav-items.ts';
import { type AccountProps, UserMenu } from './user-menu.tsx';

const wideQuery = matchMedia('(min-width: 1200px)');
function subscribeWide(listener: () => void): () => void {
  wideQuery.addEventListener('change', listener);
  return () => wideQuery.removeEventListener('change', listener);
}

export type NavProps = { groups: NavGroups; pathname: string; onIntent: (item: NavItem) => void };

export const isCurrent = (item: NavItem, pathname: string): boolean => matchesRoute(item.path, pathname);

/** 232 px wide; icons with tooltips below 1200 px; not drawn on a phone, where the bottom bar stands in for it. */
export function Sidebar({ groups, pathname, onIntent, session, onSignOut, onPrefer }: NavProps & AccountProps) {
  const t = useMessages('shell');
  const { name } = session.organization;
  return (
    <nav
      aria-label={t('nav.main')}
      className="flex h-full w-14 flex-col overflow-y-auto border-r border-line bg-canvas p-2 max-md:hidden lg:w-58"
    >
      <div className="flex h-8 shrink-0 items-center gap-2 px-2 font-semibold max-lg:justify-center max-lg:px-0">
        <span
          aria-hidden="true"
          className="grid size-5 shrink-0 place-items-center rounded-1 bg-ink text-11 text-surface"
        >
          {name.slice(0, 1).toUpperCase()}
        </span>
        <span className="truncate max-lg:sr-only">{name}</span>
      </div>
      <NavGroup label={t('nav.sales')} items={groups.sales} pathname={pathname} onIntent={onIntent} />
      <NavGroup label={t('nav.intelligence')} items={groups.intelligence} pathname={pathname} onIntent={onIntent} />
      <div className="mt-auto flex flex-col gap-px pt-4">
        {groups.account.map((item) => (
          <NavLink key={item.path} item={item} pathname={pathname} onIntent={onIntent} />
        ))}
        <UserMenu session={session} onSignOut={onSignOut} onPrefer={onPrefer} />
      </div>
    </nav>
  );
}

function NavGroup({
  label,
  items,
  pathname,
  onIntent,
}: { label: string; items: NavItem[] } & Omit<NavProps, 'groups'>) {
  if (items.length === 0) return null;
  return (
    <div role="group" aria-label={label} className="mt-3 flex flex-col gap-px">
      <div aria-hidden="true" className="px-2 pb-1 text-11 font-medium text-ink-3 max-lg:hidden">
        {label}
      </div>
      {items.map((item) => (
        <NavLink key={item.path} item={item} pathname={pathname} onIntent={onIntent} />
      ))}
    </div>
  );
}

function NavLink({ item, pathname, onIntent }: { item: NavItem } & Omit<NavProps, 'groups'>) {
  const t = useMessages('shell');
  const failed = usePlaces((places) => places[item.remote]?.status === 'failed');
  const current = isCurrent(item, pathname);
  const wide = useSyncExternalStore(subscribeWide, () => wideQuery.matches);
  const link = (
    <Link
      to={item.path}
      aria-current={current ? 'page' : undefined}
      onPointerEnter={() => onIntent(item)}
      onFocus={() => onIntent(item)}
      className={cn(
        'flex h-7 items-center gap-2 rounded-2 px-2 font-medium text-ink-2 no-underline hover:bg-active max-lg:justify-center max-lg:px-0',
        current && 'bg-active text-ink',
      )}
    >
      <Icon icon={navIcon(item.icon)} className={current ? 'text-ink' : 'text-ink-3'} />
      <span className="truncate max-lg:sr-only">{item.title}</span>
      {failed && (
        <span className="ml-auto flex text-amber-ink max-lg:hidden">
          <Icon icon={TriangleAlert} size={14} />
          <span className="sr-only">{t('nav.failed')}</span>
        </span>
      )}
    </Link>
  );
  // Where the words stand beside the icon, a tooltip would only say them twice.
  return wide ? (
    link
  ) : (
    <Tooltip content={item.title} side="right">
      {link}
    </Tooltip>
  );
}
