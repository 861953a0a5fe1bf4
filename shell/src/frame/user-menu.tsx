import type { Locale, SessionData } from '@piloto/contracts';
import { reportError, useMessages } from '@piloto/runtime';
import { Icon, Menu, MenuGroup, MenuItem, MenuSeparator } from '@piloto/ui';
import { CircleHelp, Ellipsis, LogOut, Package } from 'lucide-react';
import { chooseLocale, chooseTheme, type ThemeChoice, usePreferences } from '../preferences.ts';
import { release } from '../registry/release.ts';

export type Preference = { theme: ThemeChoice } | { locale: Locale };
export type AccountProps = {
  session: SessionData;
  onSignOut: () => void;
  onPrefer: (choice: Preference) => void;
};

const triggerClass =
  'flex h-7 w-full items-center gap-2 rounded-2 px-2 font-medium text-ink-2 hover:bg-active max-lg:justify-center max-lg:px-0';

/** The foot of the sidebar: help with what is live, and the account. */
export function UserMenu({ session, onSignOut, onPrefer }: AccountProps) {
  const t = useMessages('shell');
  const { name, email } = session.user;
  return (
    <>
      <Menu
        side="top"
        trigger={
          <button type="button" className={triggerClass}>
            <Icon icon={CircleHelp} className="text-ink-3" />
            <span className="truncate max-lg:sr-only">{t('nav.help')}</span>
            <span className="ml-auto text-11 text-ink-3 tabular-nums max-lg:hidden">
              {t('menu.release', { number: release.number })}
            </span>
          </button>
        }
      >
        <VersionItems />
      </Menu>
      <Menu
        side="top"
        trigger={
          <button type="button" className={triggerClass}>
            <span className="sr-only">{t('nav.account', { name })}</span>
            <span
              aria-hidden="true"
              className="grid size-5 shrink-0 place-items-center rounded-full bg-accent-soft text-11 font-semibold text-accent-ink"
            >
              {name.slice(0, 1).toUpperCase()}
            </span>
            <span aria-hidden="true" className="truncate max-lg:hidden">
              {name}
            </span>
            <Icon icon={Ellipsis} className="ml-auto text-ink-3 max-lg:hidden" />
          </button>
        }
      >
        <PreferenceItems onPrefer={onPrefer} />
        <MenuSeparator />
        <SignOutItem email={email} onSignOut={onSignOut} />
      </Menu>
    </>
  );
}

/** Which versions this tab runs: the first thing that support asks for. */
function VersionItems() {
  const t = useMessages('shell');
  const lines = [
    `shell ${release.shell.version}`,
    ...Object.values(release.remotes).map(({ name, version }) => `${name} ${version}`),
  ];
  const copy = (): void => {
    navigator.clipboard
      .writeText([t('menu.release', { number: release.number }), ...lines].join('\n'))
      .catch((error: unknown) => reportError(error, { where: 'copy versions' }));
  };
  return (
    <MenuGroup label={t('menu.versions')}>
      {lines.map((line) => (
        <MenuItem key={line} icon={Package} onSelect={copy}>
          <span className="font-mono text-12">{line}</span>
        </MenuItem>
      ))}
    </MenuGroup>
  );
}

/** Applied at once, then kept on the account. When that fails the choice stays on this device, and the user is told. */
export function PreferenceItems({ onPrefer }: { onPrefer: (choice: Preference) => void }) {
  const t = useMessages('shell');
  const { theme, locale } = usePreferences();
  const pick = (next: Locale): void => {
    chooseLocale(next).then(
      () => onPrefer({ locale: next }),
      (error: unknown) => reportError(error, { where: 'language' }),
    );
  };
  const paint = (next: ThemeChoice): void => {
    chooseTheme(next);
    onPrefer({ theme: next });
  };
  return (
    <>
      <MenuGroup label={t('menu.theme')}>
        {(['light', 'dark', 'system'] as const).map((choice) => (
          <MenuItem key={choice} checked={theme === choice} onSelect={() => paint(choice)}>
            {t(`menu.${choice}`)}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuGroup label={t('menu.language')}>
        <MenuItem checked={locale === 'pt-BR'} onSelect={() => pick('pt-BR')}>
          {t('menu.portuguese')}
        </MenuItem>
        <MenuItem checked={locale === 'en'} onSelect={() => pick('en')}>
          {t('menu.english')}
        </MenuItem>
      </MenuGroup>
    </>
  );
}

export function SignOutItem({ email, onSignOut }: { email: string; onSignOut: () => void }) {
  const t = useMessages('shell');
  return (
    <MenuItem icon={LogOut} end={<span className="max-w-40 truncate text-12">{email}</span>} onSelect={onSignOut}>
      {t('menu.signOut')}
    </MenuItem>
  );
}
