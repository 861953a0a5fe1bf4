import { useLocale, useRemoteProps, useTheme } from '@piloto/runtime';
import { Icon, Menu, MenuItem } from '@piloto/ui';
import { Languages, Moon, Sun } from 'lucide-react';
import { useText } from '../messages.ts';

const actionClass =
  'inline-flex h-7 cursor-default items-center gap-1 rounded-2 px-2 hover:bg-active hover:text-ink max-md:h-11 max-md:px-3';

/** Before anybody is known, language and theme are this device's. */
export function PreferenceBar() {
  const t = useText();
  const { events } = useRemoteProps();
  const locale = useLocale();
  const theme = useTheme();
  const otherTheme = theme === 'dark' ? 'light' : 'dark';
  return (
    <footer className="flex shrink-0 justify-center gap-2 py-3 text-12 text-ink-3">
      <Menu
        side="top"
        trigger={
          <button type="button" className={actionClass} aria-label={t('preference.language')}>
            <Icon icon={Languages} size={14} />
            {t(`preference.${locale}`)}
          </button>
        }
      >
        {(['pt-BR', 'en'] as const).map((choice) => (
          <MenuItem
            key={choice}
            checked={choice === locale}
            onSelect={() => events.emit('preference', { locale: choice })}
          >
            {t(`preference.${choice}`)}
          </MenuItem>
        ))}
      </Menu>
      <button type="button" className={actionClass} onClick={() => events.emit('preference', { theme: otherTheme })}>
        <Icon icon={otherTheme === 'dark' ? Moon : Sun} size={14} />
        {t(`preference.${otherTheme}`)}
      </button>
    </footer>
  );
}
