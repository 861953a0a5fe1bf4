import { useCan, useFormat, usePageTitle } from '@piloto/runtime';
import { Button, PageHeader, Tabs } from '@piloto/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { knowledgeQueries } from '../features/knowledge/api/knowledge.ts';
import { AddTextDialog } from '../features/knowledge/components/add-text-dialog.tsx';
import { DocumentList } from '../features/knowledge/components/document-list.tsx';
import { SearchTest } from '../features/knowledge/components/search-test.tsx';
import { groupSchema } from '../features/knowledge/rules.ts';
import { useText } from '../messages.ts';

const ALL = 'all';

export function KnowledgePage() {
  const t = useText();
  const format = useFormat();
  const mayWrite = useCan('knowledge:write');
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  usePageTitle(t('knowledge.title'));
  const group = groupSchema.parse(params.get('group') ?? undefined);
  const question = params.get('teste') ?? '';
  const totals = useInfiniteQuery(knowledgeQueries.list(group)).data?.pages[0]?.totals;
  const set = (name: string, value: string | undefined): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const count = (value: number | undefined) => (value === undefined ? {} : { count: format.number(value) });
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('knowledge.title')}
        actions={
          mayWrite && (
            <Button variant="primary" icon={Plus} onClick={() => setAdding(true)}>
              {t('knowledge.addText')}
            </Button>
          )
        }
      >
        <Tabs
          label={t('knowledge.views')}
          moreLabel={t('tabsMore')}
          value={group ?? ALL}
          onValueChange={(value) => set('group', value === ALL ? undefined : value)}
          items={[
            { value: ALL, label: t('knowledge.all'), ...count(totals?.documents) },
            { value: 'processing', label: t('knowledge.processing'), ...count(totals?.processing) },
            { value: 'problem', label: t('knowledge.problem'), ...count(totals?.problem) },
          ]}
        />
      </PageHeader>
      <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
        <div className="flex min-w-0 flex-1 flex-col max-md:shrink-0">
          <DocumentList group={group} onShowAll={() => set('group', undefined)} />
        </div>
        <SearchTest question={question} onAsk={(value) => set('teste', value)} />
      </div>
      <AddTextDialog open={adding} onOpenChange={setAdding} />
    </div>
  );
}
