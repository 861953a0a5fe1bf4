import type { Translate } from '@piloto/runtime';
import { customLabel } from './custom-label.ts';
import type { LeadField, LeadFields } from './rules.ts';

/** A field's value in words, as the conflict view and the read-only view show it. "" stands for nothing. */
export function fieldText(
  t: Translate,
  field: LeadField,
  fields: LeadFields,
  owners: ReadonlyMap<string, string>,
): string {
  switch (field) {
    case 'stage':
      return t(`stage.${fields.stage}`);
    case 'owner':
      return fields.owner === '' ? '' : (owners.get(fields.owner) ?? t('filter.unknownOwner'));
    case 'tags':
      return fields.tags.join(', ');
    case 'custom':
      return fields.custom.map(({ key, value }) => `${customLabel(t, key)}: ${value}`).join('\n');
    default:
      return fields[field];
  }
}
