import type { Me } from '@piloto/api-client';
import type { Locale } from '@piloto/contracts';
import { failureText, useLocale, useRemoteProps, useTheme } from '@piloto/runtime';
import { Field, Segmented, Select } from '@piloto/ui';
import { useText } from '../../../messages.ts';
import { useUpdateMe } from '../api/me.ts';
import { LOCALES, shownTheme, THEMES, type ThemeChoice } from '../rules.ts';
import { FormBlock } from '../../../form-block.tsx';

/** Applied at once, kept on the account behind it; undone on the screen when the account could not be reached. */
export function PreferenceForm({ me }: { me: Me }) {
  const t = useText();
  const { events } = useRemoteProps();
  const locale = useLocale();
  const theme = shownTheme(me.theme, useTheme());
  const update = useUpdateMe();
  const change = (next: { locale?: Locale; theme?: ThemeChoice }, before: typeof next): void => {
    events.emit('preference', next);
    update.mutate(next, {
      onError: (error) => {
        events.emit('preference', before);
        events.emit('toast', { tone: 'error', title: t('preference.notKept'), detail: failureText(error) });
      },
    });
  };
  return (
    <FormBlock title={t('preference.title')} description={t('preference.description')}>
      <Field label={t('preference.language')}>
        <Select
          options={LOCALES.map((value) => ({ value, label: t(`preference.locale.${value}`) }))}
          value={locale}
          onValueChange={(next) => change({ locale: next }, { locale })}
        />
      </Field>
      <div className="flex flex-col items-start gap-1.5">
        <span aria-hidden="true" className="text-12 font-medium text-ink-2">
          {t('preference.theme')}
        </span>
        <Segmented
          label={t('preference.theme')}
          options={THEMES.map((value) => ({ value, label: t(`preference.themes.${value}`) }))}
          value={theme}
          onValueChange={(next) => change({ theme: next }, { theme })}
        />
      </div>
    </FormBlock>
  );
}
