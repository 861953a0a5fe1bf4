import type { Locale } from '@piloto/contracts';
import { useTranslation } from 'react-i18next';
import { i18n } from './messages.ts';

export const TIME_ZONE = 'America/Sao_Paulo';
const NBSP = '\u00a0';

export type Format = {
  /** 1234.5 → "1.234,50": no sign, for columns whose head names the currency. */
  amount(value: number): string;
  /** 1234.5 → "R$ 1.234,50". */
  money(value: number, currency?: string): string;
  number(value: number, digits?: number): string;
  /** 0.124 → "12,4%". */
  percent(ratio: number, digits?: number): string;
  /** ISO 8601 → "24/11/2026". */
  date(iso: string): string;
  /** ISO 8601 → "24/11/2026, 14:32". */
  dateTime(iso: string): string;
  /** ISO 8601 → "4 min", "3 h", "ontem", "22/11", "22/11/2025". `now` in ms, for tests. */
  age(iso: string, now?: number): string;
  /** 1536 → "1,5 kB". */
  bytes(value: number): string;
};

/** Numbers, money and dates as visual.md writes them. Reads no clock but for `age`. */
export function createFormat(locale: Locale, timeZone: string = TIME_ZONE): Format {
  const digits = (min: number, max: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: min, maximumFractionDigits: max });
  const two = digits(2, 2);
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' });
  const short = new Intl.DateTimeFormat(locale, { timeZone, day: '2-digit', month: '2-digit' });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hour12: false });
  const key = new Intl.DateTimeFormat('en-CA', { timeZone });
  const minus = (text: string): string => text.replace(/^-/, '−');
  const yesterday = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day');
  return {
    amount: (value) => minus(two.format(value)),
    money: (value, currency = 'BRL') =>
      minus(new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value)),
    number: (value, max = 0) => minus(digits(0, max).format(value)),
    percent: (ratio, max = 1) => `${minus(digits(0, max).format(ratio * 100))}%`,
    date: (iso) => day.format(new Date(iso)),
    dateTime: (iso) => `${day.format(new Date(iso))}, ${clock.format(new Date(iso))}`,
    age(iso, now = Date.now()) {
      const then = new Date(iso);
      const minutes = Math.floor((now - then.getTime()) / 60_000);
      if (minutes < 60) return `${Math.max(minutes, 0) === 0 ? '<1' : minutes}${NBSP}min`;
      const today = key.format(new Date(now));
      if (key.format(then) === today || minutes < 12 * 60) return `${Math.floor(minutes / 60)}${NBSP}h`;
      if (key.format(then) === key.format(new Date(now - 86_400_000))) return yesterday;
      return key.format(then).slice(0, 4) === today.slice(0, 4) ? short.format(then) : day.format(then);
    },
    bytes(value) {
      const units = ['B', 'kB', 'MB', 'GB'];
      let scaled = value;
      let unit = 0;
      while (scaled >= 1000 && unit < units.length - 1) {
        scaled /= 1000;
        unit += 1;
      }
      return `${digits(0, scaled < 10 && unit > 0 ? 1 : 0).format(scaled)}${NBSP}${units[unit] ?? 'B'}`;
    },
  };
}

const cache = new Map<Locale, Format>();
export function formatFor(locale: Locale): Format {
  const known = cache.get(locale);
  if (known !== undefined) return known;
  const created = createFormat(locale);
  cache.set(locale, created);
  return created;
}

/** The formats of the current language; the component follows the switch. */
export function useFormat(): Format {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return formatFor(current.language === 'en' ? 'en' : 'pt-BR');
}
