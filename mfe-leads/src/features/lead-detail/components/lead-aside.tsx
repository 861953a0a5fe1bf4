import { useFormat } from '@piloto/runtime';
import { DescriptionList, Score } from '@piloto/ui';
import type { Lead } from '../../../lead/queries.ts';
import { useText } from '../../../messages.ts';

/** What nobody types: score and times. */
export function LeadAside({ lead }: { lead: Lead }) {
  const t = useText();
  const format = useFormat();
  return (
    <aside
      aria-label={t('detail.aside')}
      className="w-80 shrink-0 overflow-y-auto border-l border-line px-4 py-5 max-lg:w-70 max-md:w-full max-md:overflow-visible max-md:border-t max-md:border-l-0"
    >
      <h2 className="mb-2 font-semibold">{t('detail.aside')}</h2>
      <DescriptionList
        items={[
          { term: t('column.score'), value: <Score value={lead.score} /> },
          {
            term: t('column.created_at'),
            value: <time dateTime={lead.created_at}>{format.dateTime(lead.created_at)}</time>,
          },
          {
            term: t('column.updated_at'),
            value: <time dateTime={lead.updated_at}>{format.dateTime(lead.updated_at)}</time>,
          },
        ]}
      />
      <p className="mt-2 text-12 text-ink-3">{t('detail.scoreMeaning')}</p>
    </aside>
  );
}
