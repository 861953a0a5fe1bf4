const CNPJ_LENGTH = 14;
const CPF_LENGTH = 11;

/** Without the mask: digits, and letters as CNPJs have them since July 2026. */
export const plainDocument = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, CNPJ_LENGTH);

function join(plain: string, ends: readonly number[], marks: readonly string[]): string {
  let start = 0;
  return ends
    .map((end, i) => {
      const part = plain.slice(start, end);
      start = end;
      return part === '' ? '' : `${marks[i] ?? ''}${part}`;
    })
    .join('');
}

/** `39053344705` → `390.533.447-05`, `12ABC34501DE35` → `12.ABC.345/01DE-35`; a part of it as far as it goes. */
export function maskDocument(text: string): string {
  const plain = plainDocument(text);
  if (plain.length <= CPF_LENGTH && /^\d*$/.test(plain)) return join(plain, [3, 6, 9, 11], ['', '.', '.', '-']);
  return join(plain, [2, 5, 8, 12, 14], ['', '.', '.', '/', '-']);
}
