const LENGTH = 14;
const WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

/** What was typed or pasted, without the mask: letters (in force since July 2026) and digits, at most 14. */
export const plainCnpj = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, LENGTH);

/** `12ABC34501DE35` → `12.ABC.345/01DE-35`; a part of it is masked as far as it goes. */
export function maskCnpj(text: string): string {
  const plain = plainCnpj(text);
  const parts = [plain.slice(0, 2), plain.slice(2, 5), plain.slice(5, 8), plain.slice(8, 12), plain.slice(12, 14)];
  const marks = ['', '.', '.', '/', '-'];
  return parts.map((part, i) => (part === '' ? '' : `${marks[i]}${part}`)).join('');
}

/** Modulo 11 over the characters' ASCII code less 48, as Receita Federal defines it for letters and digits alike. */
function checkDigit(characters: string): string {
  const weights = WEIGHTS.slice(-characters.length);
  const sum = [...characters].reduce((total, char, i) => total + (char.charCodeAt(0) - 48) * (weights[i] ?? 0), 0);
  const rest = sum % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

export function isCnpj(text: string): boolean {
  const plain = plainCnpj(text);
  if (!/^[0-9A-Z]{12}\d{2}$/.test(plain) || /^(.)\1+$/.test(plain)) return false;
  const first = checkDigit(plain.slice(0, 12));
  return plain.endsWith(first + checkDigit(plain.slice(0, 12) + first));
}
