import { useFormat, useLocale } from '@piloto/runtime';
import { DescriptionList, MissingValue } from '@piloto/ui';
import type { ReactNode } from 'react';
import type { Lead } from '../../../lead/queries.ts';
import { useText } from '../../../messages.ts';
import { customLabel } from '../custom-label.ts';
import { fieldText } from '../field-text.ts';
import { fieldsOf, LEAD_FIELDS } from '../rules.ts';

/** The same fields for who may only read. */
export function LeadFacts({ lead, aside }: { lead: Lead; aside: ReactNode }) {
  const t = useText();
  const locale = useLocale();
  const format = useFormat();
  const fields = fieldsOf(lead, locale);
  const owners = new Map(lead.owner === null ? [] : [[lead.owner.id, lead.owner.name]]);
  const items = LEAD_FIELDS.filter((field) => field !== 'custom').map((field) => ({
    term: t(`field.${field}`),
    text:
      field === 'value' && lead.value !== null
        ? format.money(lead.value, lead.currency)
        : fieldText(t, field, fields, owners),
  }));
  const more = fields.custom.map(({ key, value }) => ({ term: customLabel(t, key), text: value }));
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto px-6 py-5 max-md:flex-none max-md:overflow-visible max-md:px-4">
        <DescriptionList
          wide
          items={[...items, ...more].map(({ term, text }) => ({
            term,
            value: text === '' ? <MissingValue label={t('list.missing')} /> : text,
          }))}
        />
      </div>
      {aside}
    </div>
  );
}
