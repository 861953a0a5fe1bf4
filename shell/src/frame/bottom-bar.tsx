import { useMessages } from '@piloto/runtime';
import { cn, Icon, Menu, MenuItem, MenuSeparator } from '@piloto/ui';
import { Menu as MenuIcon } from 'lucide-react';
import { Link } from 'react-router';
import { navIcon } from './nav-icons.ts';
import type { NavItem } from './nav-items.ts';
import { isCurrent, type NavProps } from './sidebar.tsx';
import { type AccountProps, PreferenceItems, SignOutItem } from './user-menu.tsx';

const PLACES = 4;
const itemClass = 'flex h-13 flex-col items-center justify-center gap-0.5 text-11 font-medium text-ink-2 no-underline';

/** The phone's navigation: four places and "Mais", which holds the rest and the account. */
export function BottomBar({ groups, pathname, onIntent, session, onSignOut, onPrefer }: NavProps & AccountProps) {
  const t = useMessages('shell');
  const items = [...groups.sales, ...groups.intelligence, ...groups.account];
  const shown = items.slice(0, PLACES);
  const rest = items.slice(PLACES);
  const restIsCurrent = rest.some((item) => isCurrent(item, pathname));
  return (
    <nav
      aria-label={t('nav.main')}
      className="grid shrink-0 grid-cols-5 border-t border-line bg-surface pb-1 md:hidden"
    >
      {shown.map((item) => (
        <BarLink key={item.path} item={item} current={isCurrent(item, pathname)} onIntent={onIntent} />
      ))}
      <Menu
        align="end"
        side="top"
        trigger={
          <button type="button" className={cn(itemClass, restIsCurrent && 'text-accent-ink')}>
            <Icon icon={MenuIcon} size={20} />
            {t('nav.more')}
          </button>
        }
      >
        {rest.map((item) => (
          <MenuItem
            key={item.path}
            icon={navIcon(item.icon)}
            render={<Link to={item.path} aria-current={isCurrent(item, pathname) ? 'page' : undefined} />}
          >
            {item.title}
          </MenuItem>
        ))}
        {rest.length > 0 && <MenuSeparator />}
        <PreferenceItems onPrefer={onPrefer} />
        <MenuSeparator />
        <SignOutItem email={session.user.email} onSignOut={onSignOut} />
      </Menu>
    </nav>
  );
}

function BarLink({ item, current, onIntent }: { item: NavItem; current: boolean; onIntent: (item: NavItem) => void }) {
  return (
    <Link
      to={item.path}
      aria-current={current ? 'page' : undefined}
      onPointerDown={() => onIntent(item)}
      className={cn(itemClass, current && 'text-accent-ink')}
    >
      <Icon icon={navIcon(item.icon)} size={20} />
      <span className="max-w-full truncate">{item.title}</span>
    </Link>
  );
}
