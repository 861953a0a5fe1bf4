import { useQuery } from '@tanstack/react-query';
import type { ListFilter, ListQuery } from '../../lead/list-query.ts';
import { leadQueries } from '../../lead/queries.ts';
import { STAGES } from '../../lead/stages.ts';
import { useText } from '../../messages.ts';

export type FilterOption = { value: string; label: string; count?: number };
export type ChoiceFilter = Exclude<ListFilter, 'min_score'>;

/** What a filter offers, with how many leads each choice has, and the words of what is chosen. */
export function useFilterOptions(query: ListQuery, open: boolean) {
  const t = useText();
  const facets = useQuery({ ...leadQueries.facets(), enabled: open || query.owner.length > 0 });
  const { data } = facets;

  const optionsOf = (field: ChoiceFilter): FilterOption[] => {
    const counted = (values: readonly { value: string; count: number }[]): FilterOption[] =>
      values.map(({ value, count }) => ({ value, label: value, count }));
    switch (field) {
      case 'stage': {
        const counts = new Map(data?.stages.map(({ value, count }) => [value, count]));
        return STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`), count: counts.get(stage) ?? 0 }));
      }
      case 'owner':
        return [
          { value: 'me', label: t('filter.me') },
          { value: 'none', label: t('filter.noOwner'), ...(data && { count: data.without_owner }) },
          ...(data?.owners ?? []).map(({ id, name, count }) => ({ value: id, label: name, count })),
        ];
      case 'source':
        return counted(data?.sources ?? []);
      case 'tag':
        return counted(data?.tags ?? []);
    }
  };

  /** A chosen value that no lead has any more stays in the list: it must be possible to take it away. */
  const withChosen = (field: ChoiceFilter): FilterOption[] => {
    const options = optionsOf(field);
    const missing = query[field].filter((value) => !options.some((option) => option.value === value));
    return [
      ...options,
      ...missing.map((value) => ({ value, label: field === 'owner' ? t('filter.unknownOwner') : value })),
    ];
  };

  const valueText = (field: ListFilter): string => {
    if (field === 'min_score') return query.min_score === undefined ? t('filter.choose') : String(query.min_score);
    const options = withChosen(field);
    const labels = query[field].map((value) => options.find((option) => option.value === value)?.label ?? value);
    return labels.length === 0 ? t('filter.choose') : labels.join(', ');
  };

  return { facets, options: withChosen, valueText };
}
