import type { LeadChange, LeadCreate } from '@piloto/api-client';
import type { Locale } from '@piloto/contracts';
import { z } from 'zod';
import { amountText, parseAmount } from '../../lead/amount.ts';
import { maskDocument, plainDocument } from '../../lead/document.ts';
import { maskPhone } from '../../lead/phone.ts';
import type { Lead } from '../../lead/queries.ts';
import { STAGES } from '../../lead/stages.ts';

/** In the order of the form. The API's names, so that its field errors find their place. */
export const LEAD_FIELDS = [
  'name',
  'company',
  'phone',
  'email',
  'document',
  'value',
  'stage',
  'owner',
  'source',
  'tags',
  'custom',
] as const;
export type LeadField = (typeof LEAD_FIELDS)[number];

const line = (max: number) => z.string().trim().max(max, 'form.tooLong');
/** Loose on purpose: who refuses an address for good is the API. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What stands in the form; the messages are keys of the texts. `company` may stand for the name of a new lead. */
export function leadSchema(locale: Locale, kind: 'new' | 'known') {
  return z
    .object({
      name: line(200),
      company: line(200),
      phone: line(60),
      email: line(320).refine((text) => text === '' || EMAIL.test(text), 'form.emailWrong'),
      document: line(40).refine((text) => [0, 11, 14].includes(plainDocument(text).length), 'form.documentLength'),
      value: z.string().refine((text) => parseAmount(text, locale) !== undefined, 'form.amountWrong'),
      stage: z.enum(STAGES),
      owner: z.string(),
      source: line(100),
      tags: z.array(line(60)).max(50, 'form.tooManyTags'),
      custom: z.array(z.object({ key: z.string(), value: z.string().max(20_000, 'form.tooLong') })),
    })
    .refine(({ name, company }) => name !== '' || (kind === 'new' && company !== ''), {
      path: ['name'],
      message: kind === 'new' ? 'form.nameOrCompany' : 'form.nameRequired',
    });
}
export type LeadFields = z.infer<ReturnType<typeof leadSchema>>;

export const EMPTY_LEAD: LeadFields = {
  name: '',
  company: '',
  phone: '',
  email: '',
  document: '',
  value: '',
  stage: 'new',
  owner: '',
  source: '',
  tags: [],
  custom: [],
};

type CustomValue = Lead['custom'][string];
const customText = (value: CustomValue): string => (value === null ? '' : String(value));

export const fieldsOf = (lead: Lead, locale: Locale): LeadFields => ({
  name: lead.name,
  company: lead.company ?? '',
  phone: maskPhone(lead.phone ?? ''),
  email: lead.email ?? '',
  document: maskDocument(lead.document ?? ''),
  value: amountText(lead.value, locale),
  stage: lead.stage,
  owner: lead.owner?.id ?? '',
  source: lead.source ?? '',
  tags: lead.tags,
  custom: Object.entries(lead.custom).map(([key, value]) => ({ key, value: customText(value) })),
});

/** A number or a yes that nobody touched stays what it was. */
function customOf(fields: LeadFields, known: Lead['custom']): Lead['custom'] {
  return Object.fromEntries(
    fields.custom.map(({ key, value }) => {
      const before = known[key];
      return [key, before !== undefined && customText(before) === value ? before : value];
    }),
  );
}

const orNull = (text: string): string | null => (text === '' ? null : text);

export function bodyOf(fields: LeadFields, locale: Locale): LeadCreate {
  return {
    name: fields.name,
    company: orNull(fields.company),
    phone: orNull(fields.phone),
    email: orNull(fields.email),
    document: orNull(plainDocument(fields.document)),
    value: parseAmount(fields.value, locale) ?? null,
    stage: fields.stage,
    owner: orNull(fields.owner),
    source: orNull(fields.source),
    tags: fields.tags,
    custom: customOf(fields, {}),
  };
}

export const isSame = (field: LeadField, one: LeadFields, other: LeadFields): boolean =>
  JSON.stringify(one[field]) === JSON.stringify(other[field]);

export const differing = (one: LeadFields, other: LeadFields): LeadField[] =>
  LEAD_FIELDS.filter((field) => !isSame(field, one, other));

/** Only what differs from `lead`, so that two people may change different fields. */
export function changeOf(lead: Lead, fields: LeadFields, locale: Locale): LeadChange {
  const body = { ...bodyOf(fields, locale), custom: customOf(fields, lead.custom) };
  const changed = differing(fieldsOf(lead, locale), fields);
  return Object.fromEntries(changed.map((field) => [field, body[field]]));
}

/** One of two versions for each field: what `mine` names is taken from my text, the rest from theirs. */
export const mergeFields = (my: LeadFields, theirs: LeadFields, mine: ReadonlySet<LeadField>): LeadFields => ({
  ...theirs,
  ...Object.fromEntries(LEAD_FIELDS.filter((field) => mine.has(field)).map((field) => [field, my[field]])),
});
