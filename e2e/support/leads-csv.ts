import { randomInt } from 'node:crypto';

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

/** A CNPJ that nobody else on the stack has, with right check digits, as spreadsheets write it. */
function cnpj(): string {
  let plain = `${digits(8)}0001`;
  for (const first of [5, 6]) {
    const sum = [...plain].reduce((total, digit, index) => {
      const weight = first - index;
      return total + Number(digit) * (weight < 2 ? weight + 8 : weight);
    }, 0);
    plain += sum % 11 < 2 ? 0 : 11 - (sum % 11);
  }
  return plain.replace(/^(..)(...)(...)(....)(..)$/, '$1.$2.$3/$4-$5');
}

/** A mobile number of its own. */
export const mobile = (area: number): string => `(${area}) 9${digits(4)}-${digits(4)}`;

/**
 * A list as offices keep them, written by us with the quirks of the real ones: Windows-1252, a title before the header, semicolons,
 * dates as dd/mm/aaaa, money as 1.234,56, the same company twice, and rows that cannot be right.
 */
export function leadsCsv(mark: string): { name: string; mimeType: string; buffer: Buffer } {
  const bakery = `Panificadora São Jorge ${mark};${cnpj()};${mobile(11)};contato@${mark}.example;Indicação;01/02/2026;12.500,00`;
  const good = [
    bakery,
    `Ótica Visão ${mark};${cnpj().replace(/\D/g, '')};;;Feira;15/03/2026;980,50`,
    `Confecções Açaí ${mark};;${mobile(91).replace(/\D/g, '')};vendas@${mark}.example;Site;28/02/2026;`,
    `Müller & Irmãos ${mark};;${mobile(47)};muller@${mark}.example;Indicação;;1.000.000,00`,
  ];
  const lines = [
    `Relação de clientes ${mark};;;;;;`,
    'Razão Social;CNPJ;Telefone;E-mail;Origem;Data de cadastro;Valor',
    ...good,
    bakery,
    `E-mail Errado ${mark};;;sem-arroba;Site;01/04/2026;10,00`,
    `Documento Errado ${mark};11.222.333/0001-82;;;Site;01/04/2026;10,00`,
    `Telefone Errado ${mark};;123;;Site;01/04/2026;10,00`,
  ];
  // Latin-1 and Windows-1252 agree on every character used here.
  const buffer = Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
  return { name: `clientes-${mark}.csv`, mimeType: 'text/csv', buffer };
}
