import { useSessionData } from '@piloto/runtime';
import { Icon } from '@piloto/ui';
import { useEffect, useMemo, useRef } from 'react';
import { NavLink } from 'react-router';
import { useText } from '../messages.ts';
import { readPageRelease } from '../page-release.ts';
import { placeGroups } from './places.ts';

const linkClass =
  'flex h-7 items-center gap-2 rounded-2 px-2 font-medium text-ink-2 hover:bg-hover aria-[current=page]:bg-active aria-[current=page]:text-ink max-md:h-11 max-md:shrink-0 max-md:rounded-full max-md:px-3 max-md:inset-ring max-md:inset-ring-line-strong';

/** 200 px beside the page; a row of pills above it on phones. */
export function SectionNav() {
  const t = useText();
  const permissions = useSessionData()?.permissions;
  const groups = useMemo(() => placeGroups(permissions ?? [], readPageRelease()), [permissions]);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // Only the row of pills scrolls sideways; the page itself must stay where it is.
    const row = nav.current;
    const pill = row?.querySelector<HTMLElement>('[aria-current=page]');
    if (row !== null && pill) row.scrollLeft = pill.offsetLeft - (row.clientWidth - pill.offsetWidth) / 2;
  }, []);
  return (
    <nav
      ref={nav}
      aria-label={t('section.label')}
      className="relative w-50 shrink-0 overflow-y-auto border-r border-line px-2 py-3 max-md:flex max-md:w-full max-md:gap-2 max-md:overflow-x-auto max-md:border-r-0 max-md:border-b max-md:p-2"
    >
      {groups.map(({ key, places }) => (
        <div
          key={key}
          role="group"
          aria-label={t(`section.${key}`)}
          className="mb-4 flex flex-col gap-px max-md:contents"
        >
          <div aria-hidden="true" className="flex h-7 items-center px-2 text-12 text-ink-3 max-md:hidden">
            {t(`section.${key}`)}
          </div>
          {places.map((place) => (
            <NavLink key={place.path} to={place.path} end className={linkClass}>
              <Icon icon={place.icon} className="text-ink-3" />
              <span className="truncate">{t(`section.${place.key}`)}</span>
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
