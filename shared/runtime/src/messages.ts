import type { Locale } from '@piloto/contracts';
import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** Nested texts; a leaf may hold `{{name}}` and plural forms (`count_one`, `count_other`). */
export type Messages = { [key: string]: string | Messages };
export type MessageSet = { 'pt-BR': Messages; en: () => Promise<{ default: Messages }> };

const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'pt-BR',
  fallbackLng: 'pt-BR',
  supportedLngs: ['pt-BR', 'en'],
  ns: [],
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
  react: { useSuspense: false },
});

const english = new Map<string, () => Promise<{ default: Messages }>>();

/** Registers one namespace. Portuguese comes with the code; English is fetched when somebody reads English. */
export function registerMessages(namespace: string, set: MessageSet): void {
  i18n.addResourceBundle('pt-BR', namespace, set['pt-BR'], true, true);
  english.set(namespace, set.en);
}

/** Loads what `locale` still lacks; rejects when a text file cannot be loaded. */
export async function loadMessages(locale: Locale): Promise<void> {
  if (locale !== 'en') return;
  await Promise.all(
    [...english].map(async ([namespace, load]) => {
      if (i18n.hasResourceBundle('en', namespace)) return;
      i18n.addResourceBundle('en', namespace, (await load()).default, true, true);
    }),
  );
}

/** Switches the whole page: texts first, then the language, so that no key is ever shown. */
export async function setLocale(locale: Locale): Promise<void> {
  await loadMessages(locale);
  await i18n.changeLanguage(locale);
}

export const currentLocale = (): Locale => (i18n.language === 'en' ? 'en' : 'pt-BR');

/** A text function, outside React too. Values are put in as they are: React escapes them. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export const translate =
  (namespace: string): Translate =>
  (key, values) =>
    i18n.t(key, { ns: namespace, ...values });

/** The texts of `namespace` in the current language; the component follows the switch. */
export function useMessages(namespace: string): Translate {
  const { t } = useTranslation(namespace, { i18n });
  return (key, values) => t(key, { ...values });
}

export { i18n };
