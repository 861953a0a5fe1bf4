const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** As far as it goes: `11987654321` → `(11) 98765-4321`, `1133221187` → `(11) 3322-1187`. */
function maskNational(digits: string): string {
  if (digits.length <= 2) return digits;
  const number = digits.slice(2);
  // Eight digits until the ninth is there: a mobile number changes its hyphen with its last digit.
  const cut = number.length > 8 ? 5 : 4;
  const tail = number.slice(cut);
  return `(${digits.slice(0, 2)}) ${number.slice(0, cut)}${tail === '' ? '' : `-${tail}`}`;
}

/** E.164 or what was typed → as Brazilians write it; a foreign number keeps its own form. */
export function maskPhone(text: string): string {
  const trimmed = text.trim();
  const digits = digitsOf(trimmed);
  const isForeign = trimmed.startsWith('+') && !trimmed.startsWith('+55');
  if (isForeign) return trimmed;
  if (trimmed.startsWith('+55')) return digits.length > 3 ? maskNational(digits.slice(2)) : trimmed;
  return digits.length > 11 ? trimmed : maskNational(digits);
}
