import { useCan, useFormat } from '@piloto/runtime';
import { Button, buttonVariants, EmptyPanel } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { ListFilter as FilterIcon, UsersRound } from 'lucide-react';
import { Link } from 'react-router';
import { activeFilters, type ListQuery } from '../../../lead/list-query.ts';
import { leadQueries } from '../../../lead/queries.ts';
import { useText } from '../../../messages.ts';

/** No lead at all: the one action is the one that brings many. */
export function NoLeads({ onCreate }: { onCreate: () => void }) {
  const t = useText();
  const mayImport = useCan('imports:write');
  const mayWrite = useCan('leads:write');
  return (
    <EmptyPanel
      icon={UsersRound}
      title={t('list.emptyTitle')}
      description={t(mayImport ? 'list.emptyImport' : 'list.emptyOther')}
      action={
        mayImport ? (
          <Link to="/importacoes" className={buttonVariants({ variant: 'primary', size: 'sm' })}>
            {t('list.import')}
          </Link>
        ) : mayWrite ? (
          <Button variant="primary" onClick={onCreate}>
            {t('list.create')}
          </Button>
        ) : undefined
      }
    />
  );
}

/** Filters hide everything: says which ones and how many there are without them. */
export function NoMatches({ query, onClear }: { query: ListQuery; onClear: () => void }) {
  const t = useText();
  const format = useFormat();
  const count = useQuery(leadQueries.count());
  const names = activeFilters(query).map((field) => t(`filter.${field}`));
  const parts = query.q === '' ? names : [t('filter.search', { q: query.q }), ...names];
  const list =
    parts.length > 1
      ? t('filter.and', { first: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' })
      : (parts[0] ?? '');
  return (
    <EmptyPanel
      icon={FilterIcon}
      title={t('list.noMatchTitle')}
      description={
        count.data === undefined
          ? t('list.noMatch', { filters: list })
          : t(count.data.exact ? 'list.noMatchOf' : 'list.noMatchOfMore', {
              count: count.data.value,
              total: format.number(count.data.value),
              filters: list,
            })
      }
      action={<Button onClick={onClear}>{t('list.clearFilters')}</Button>}
    />
  );
}
