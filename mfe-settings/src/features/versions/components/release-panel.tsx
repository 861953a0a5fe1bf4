import type { Release } from '@piloto/contracts';
import { useFormat } from '@piloto/runtime';
import { Button, DescriptionList, ErrorPanel, LoadingPanel, SkeletonRows } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useText } from '../../../messages.ts';
import { bucketQueries } from '../api/queries.ts';
import { changesBetween } from '../rules.ts';
import { bucketCause } from '../wording.ts';
import { FileCheck } from './file-check.tsx';
import { RouteChanges, VersionChange } from './module-changes.tsx';

type Props = { channel: string; number: number; onBack: () => void };

/** One release beside the one before it. */
export function ReleasePanel({ channel, number, onBack }: Props) {
  const t = useText();
  const id = useId();
  const after = useQuery(bucketQueries.release(channel, number));
  const before = useQuery({ ...bucketQueries.release(channel, number - 1), enabled: number > 1 });
  const failed = [after, before].find((query) => query.error !== null);
  const isReady = after.data !== undefined && (number === 1 || before.data !== undefined);
  return (
    <section aria-labelledby={id} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-4 max-md:h-13 max-md:pl-2">
        <Button variant="ghost" size="sm" icon={ArrowLeft} onClick={onBack} className="lg:hidden">
          {t('versions.panel.back')}
        </Button>
        <h2 id={id} className="font-semibold tabular-nums">
          {number === 1 ? t('versions.panel.first') : t('versions.panel.title', { before: number - 1, number })}
        </h2>
      </div>
      {failed !== undefined && !isReady ? (
        <ErrorPanel
          title={t('versions.panel.failed')}
          description={bucketCause(t, failed.error)}
          retryLabel={t('failure.retry')}
          retryingLabel={t('failure.retrying')}
          retrying={failed.isFetching}
          onRetry={() => void failed.refetch()}
        />
      ) : isReady ? (
        <PanelBody release={after.data} before={number === 1 ? undefined : before.data} />
      ) : (
        <LoadingPanel label={t('versions.panel.loading')}>
          <SkeletonRows rows={6} columns={2} />
        </LoadingPanel>
      )}
    </section>
  );
}

function PanelBody({ release, before }: { release: Release; before: Release | undefined }) {
  const t = useText();
  const format = useFormat();
  const changes = changesBetween(before, release);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable by keyboard
    <div role="group" tabIndex={0} aria-label={t('versions.panel.content')} className="min-h-0 flex-1 overflow-y-auto">
      <div className="border-b border-line py-1.5">
        {changes.length === 0 ? (
          <p className="px-4 py-2 text-ink-3">{t('versions.change.none')}</p>
        ) : (
          changes.map((change) => <VersionChange key={change.name} change={change} />)
        )}
      </div>
      {changes.length > 0 && (
        <Part title={t('versions.panel.routes')}>
          <div className="flex flex-col gap-2">
            {changes.map((change) => (
              <RouteChanges key={change.name} change={change} />
            ))}
          </div>
        </Part>
      )}
      <Part title={t('versions.panel.details')}>
        <DescriptionList
          items={[
            { term: t('versions.panel.reason'), value: release.reason },
            { term: t('versions.panel.by'), value: release.by },
            { term: t('versions.panel.time'), value: format.dateTime(release.time) },
            { term: t('versions.panel.channel'), value: release.channel },
            { term: t('versions.panel.integrity'), value: <FileCheck key={release.number} release={release} /> },
          ]}
        />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-b-0">
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      {children}
    </section>
  );
}
