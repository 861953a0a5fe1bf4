import type { OrganizationChange, OrganizationView } from '@piloto/api-client';
import { z } from 'zod';
import { isCnpj, maskCnpj, plainCnpj } from './cnpj.ts';

/** Messages are keys of the texts. */
export const companySchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'company.nameRequired')
    .refine((text) => [...text].length <= 200, 'company.nameLong'),
  document: z.string().refine((text) => plainCnpj(text) === '' || isCnpj(text), 'company.documentInvalid'),
  time_zone: z.string().min(1),
});
export type CompanyFields = z.infer<typeof companySchema>;
export const COMPANY_FIELDS = ['name', 'document', 'time_zone'] as const;

export const fieldsOf = (organization: OrganizationView): CompanyFields => ({
  name: organization.name,
  document: maskCnpj(organization.document ?? ''),
  time_zone: organization.time_zone,
});

/** Only what differs, so that two people may change different fields. An empty CNPJ is taken away. */
export function changeOf(before: CompanyFields, after: CompanyFields): OrganizationChange {
  return {
    ...(after.name !== before.name && { name: after.name }),
    ...(plainCnpj(after.document) !== plainCnpj(before.document) && { document: plainCnpj(after.document) || null }),
    ...(after.time_zone !== before.time_zone && { time_zone: after.time_zone }),
  };
}

/** The time zones of Brazil by a city that people know them by; each key names its text below `company.zone`. */
export const BRAZILIAN_ZONES = [
  'America/Noronha',
  'America/Belem',
  'America/Fortaleza',
  'America/Recife',
  'America/Bahia',
  'America/Sao_Paulo',
  'America/Campo_Grande',
  'America/Cuiaba',
  'America/Porto_Velho',
  'America/Manaus',
  'America/Rio_Branco',
] as const;

/** `America/Sao_Paulo` → "GMT-3" at `now`. */
export function zoneOffset(zone: string, locale: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(now);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('-', '−');
}
