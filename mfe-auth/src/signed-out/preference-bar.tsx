import { useLocale, useRemoteProps, useTheme } from '@piloto/runtime';
import { Icon } from '@piloto/ui';
import { Languages, Moon, Sun } from 'lucide-react';
import { useText } from '../messages.ts';

const actionClass =
  'inline-flex h-7 cursor-default items-center gap-1 rounded-2 px-2 hover:bg-active hover:text-ink max-md:h-11 max-md:px-3';

/**
 * Before anybody is known, language and theme are this device's. Two of each, so that each is one button: a menu would be half of
 * what this page loads.
 */
export function PreferenceBar() {
  const t = useText();
  const { events } = useRemoteProps();
  const otherLocale = useLocale() === 'en' ? 'pt-BR' : 'en';
  const otherTheme = useTheme() === 'dark' ? 'light' : 'dark';
  return (
    <footer className="flex shrink-0 justify-center gap-2 py-3 text-12 text-ink-3">
      <button
        type="button"
        lang={otherLocale}
        className={actionClass}
        onClick={() => events.emit('preference', { locale: otherLocale })}
      >
        <Icon icon={Languages} size={14} />
        {t(`preference.${otherLocale}`)}
      </button>
      <button type="button" className={actionClass} onClick={() => events.emit('preference', { theme: otherTheme })}>
        <Icon icon={otherTheme === 'dark' ? Moon : Sun} size={14} />
        {t(`preference.${otherTheme}`)}
      </button>
    </footer>
  );
}
