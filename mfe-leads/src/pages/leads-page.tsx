import { useCan, useFormat, usePageTitle } from '@piloto/runtime';
import { Button, buttonVariants, Icon, PageHeader } from '@piloto/ui';
import { FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { CreateLeadDialog } from '../features/lead-form/components/create-lead-dialog.tsx';
import { LeadList, StaleBadge, useLeadList } from '../features/lead-list/components/lead-list.tsx';
import { ListToolbar } from '../features/lead-list/components/list-toolbar.tsx';
import { useListUrl } from '../features/lead-list/use-list-url.ts';
import { isFiltered } from '../lead/list-query.ts';
import { useText } from '../messages.ts';
import { useShortcuts } from '../shortcuts.ts';

/** `/leads` */
export function LeadsPage() {
  const t = useText();
  const format = useFormat();
  const url = useListUrl();
  const list = useLeadList(url);
  const mayWrite = useCan('leads:write');
  const mayImport = useCan('imports:write');
  const [creating, setCreating] = useState(false);
  const create = (): void => setCreating(true);
  usePageTitle(t('list.title'));
  useShortcuts({ n: create }, mayWrite);

  const total = list.isPlaceholderData ? undefined : list.data?.pages[0]?.total;
  // An empty list offers the import as its one filled action.
  const isEmpty = total?.value === 0 && !isFiltered(url.query);
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col bg-surface text-13 text-ink">
      <PageHeader
        title={t('list.title')}
        actions={
          <>
            {mayImport && (
              <Link to="/importacoes" aria-label={t('list.import')} className={buttonVariants({ size: 'sm' })}>
                <Icon icon={FileUp} />
                <span className="max-md:sr-only">{t('list.import')}</span>
              </Link>
            )}
            {mayWrite && (
              <Button
                variant={isEmpty ? 'secondary' : 'primary'}
                icon={Plus}
                shortcut="N"
                iconOnlyBelow="md"
                onClick={create}
              >
                {t('list.create')}
              </Button>
            )}
          </>
        }
      >
        {total !== undefined && (
          <span className="shrink-0 text-12 text-ink-3 tabular-nums">
            {total.exact ? format.number(total.value) : t('list.orMore', { total: format.number(total.value) })}
          </span>
        )}
        <StaleBadge list={list} />
      </PageHeader>
      <ListToolbar url={url} />
      <LeadList list={list} url={url} onCreate={create} />
      {creating && <CreateLeadDialog search={url.search} onClose={() => setCreating(false)} />}
    </div>
  );
}
