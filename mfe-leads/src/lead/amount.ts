import type { Locale } from '@piloto/contracts';

const LARGEST = 999_999_999_999.99;

/**
 * What a person typed as money → number; null for nothing, undefined where it is no amount. The last mark decides: in Portuguese
 * `1.234,56` and `1234,5`, in English `1,234.56`; a mark before exactly three digits separates thousands in its language.
 */
export function parseAmount(text: string, locale: Locale): number | null | undefined {
  const plain = text.replace(/R\$/i, '').replace(/\s/g, '');
  if (plain === '') return null;
  const [thousands, decimal] = locale === 'en' ? [',', '.'] : ['.', ','];
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d{1,2})?$`);
  const simple = new RegExp(`^\\d+([${decimal}${thousands}]\\d{1,2})?$`);
  if (!grouped.test(plain) && !simple.test(plain)) return undefined;
  const digits = grouped.test(plain) ? plain.replaceAll(thousands, '') : plain;
  const amount = Number(digits.replace(/[.,](?=\d{1,2}$)/, '.'));
  return amount <= LARGEST ? amount : undefined;
}

/** As it stands in the field: without currency, with both decimals. */
export function amountText(value: number | null, locale: Locale): string {
  if (value === null) return '';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}
