import type { Locale, Observable, Theme } from '@piloto/contracts';
import { setLocale } from '@piloto/runtime';
import { create } from 'zustand';

export type ThemeChoice = Theme | 'system';
type Preferences = { locale: Locale; theme: ThemeChoice };

// The page's boot script reads the same keys, so that the first paint has the right colours and language.
const THEME_KEY = 'piloto.theme';
const LOCALE_KEY = 'piloto.locale';
const darkQuery = matchMedia('(prefers-color-scheme: dark)');

/** Storage may be refused (private window, policy): preferences then last as long as the page. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing is lost but the memory of the choice; the account keeps it too.
  }
}

const initialTheme = stored(THEME_KEY);
export const usePreferences = create<Preferences>(() => ({
  locale: stored(LOCALE_KEY) === 'en' ? 'en' : 'pt-BR',
  theme: initialTheme === 'light' || initialTheme === 'dark' ? initialTheme : 'system',
}));

const resolveTheme = (choice: ThemeChoice): Theme =>
  choice === 'system' ? (darkQuery.matches ? 'dark' : 'light') : choice;

export async function chooseLocale(locale: Locale): Promise<void> {
  // Texts first: no screen may show a key while they are on their way.
  await setLocale(locale);
  store(LOCALE_KEY, locale);
  document.documentElement.lang = locale;
  usePreferences.setState({ locale });
}

export function chooseTheme(theme: ThemeChoice): void {
  store(THEME_KEY, theme);
  usePreferences.setState({ theme });
  applyTheme();
}

const themeListeners = new Set<(theme: Theme) => void>();
function applyTheme(): void {
  const theme = resolveTheme(usePreferences.getState().theme);
  if (document.documentElement.dataset.theme === theme) return;
  document.documentElement.dataset.theme = theme;
  for (const listener of themeListeners) listener(theme);
}
darkQuery.addEventListener('change', applyTheme);
applyTheme();

export const theme: Observable<Theme> = {
  get: () => resolveTheme(usePreferences.getState().theme),
  subscribe(listener) {
    themeListeners.add(listener);
    return () => themeListeners.delete(listener);
  },
};

export const locale: Observable<Locale> = {
  get: () => usePreferences.getState().locale,
  subscribe: (listener) =>
    usePreferences.subscribe((next, before) => next.locale !== before.locale && listener(next.locale)),
};
