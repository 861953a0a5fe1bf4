import { QueryFailure, useFormat } from '@piloto/runtime';
import { EmptyPanel, LoadingPanel, SearchInput, Skeleton } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { SearchX, TextSearch } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '../../../messages.ts';
import { knowledgeQueries } from '../api/knowledge.ts';
import { QUERY_LENGTH } from '../rules.ts';

type Props = { question: string; onAsk: (question: string) => void };

/** What the agents would find for a question: passages with score, document and page. The question lives in the address. */
export function SearchTest({ question, onAsk }: Props) {
  const t = useText();
  const [text, setText] = useState(question);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAsk(text.trim());
  };
  return (
    <section
      aria-label={t('search.title')}
      className="flex w-80 shrink-0 flex-col border-l border-line max-lg:w-72 max-md:w-auto max-md:shrink max-md:border-t max-md:border-l-0"
    >
      <h2 className="flex h-10 shrink-0 items-center px-4 font-semibold">{t('search.title')}</h2>
      <form role="search" onSubmit={submit} className="shrink-0 px-4 pb-3">
        <SearchInput
          label={t('search.question')}
          placeholder={t('search.placeholder')}
          clearLabel={t('search.clear')}
          maxLength={QUERY_LENGTH}
          value={text}
          onValueChange={(value) => {
            setText(value);
            if (value === '') onAsk('');
          }}
        />
        <p className="mt-1 text-12 text-ink-3">{t('search.hint')}</p>
      </form>
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        {question === '' ? (
          <EmptyPanel icon={TextSearch} title={t('search.start')} description={t('search.startHint')} />
        ) : (
          <Passages question={question} />
        )}
      </div>
    </section>
  );
}

function Passages({ question }: { question: string }) {
  const t = useText();
  const format = useFormat();
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(knowledgeQueries.search(question));
  if (error !== null)
    return (
      <QueryFailure title={t('search.failed')} error={error} retrying={isFetching} onRetry={() => void refetch()} />
    );
  if (data === undefined)
    return (
      <LoadingPanel label={t('search.loading')}>
        {['a', 'b', 'c'].map((row) => (
          <div key={row} className="flex flex-col gap-2 border-b border-line p-4">
            <Skeleton className="w-2/5" />
            <Skeleton className="w-full" />
            <Skeleton className="w-4/5" />
          </div>
        ))}
      </LoadingPanel>
    );
  if (data.passages.length === 0)
    return <EmptyPanel icon={SearchX} title={t('search.nothing')} description={t('search.nothingHint')} />;
  return (
    <ol aria-busy={isPlaceholderData} aria-label={t('search.results')}>
      {data.passages.map(({ text, score, document, page }, index) => (
        <li key={`${document.id} ${page ?? ''} ${text.slice(0, 40)}`} className="border-b border-line px-4 py-3">
          <div className="flex items-baseline gap-2 text-12 text-ink-3">
            <span className="font-medium text-ink tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate" title={document.title}>
              {page === null ? document.title : t('search.source', { title: document.title, page })}
            </span>
            <Figure label={t('search.score')}>{format.amount(score)}</Figure>
          </div>
          <p className="mt-1 line-clamp-6 wrap-anywhere" title={text}>
            {text}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="font-medium text-ink tabular-nums">
      <span className="sr-only">{label} </span>
      {children}
    </span>
  );
}
