import type { PageRelease, Pointer } from '@piloto/contracts';
import { Banner, Button, cn, EmptyPanel, ErrorPanel, LoadingPanel, PartialBadge, SkeletonRows } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { PackageCheck } from 'lucide-react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { useText } from '../../../messages.ts';
import { BucketError } from '../api/bucket.ts';
import { bucketQueries } from '../api/queries.ts';
import { useHistory, usePointer, useTab } from '../api/use-channel.ts';
import { bucketCause } from '../wording.ts';
import { HistoryTable } from './history-table.tsx';
import { LiveTable } from './live-table.tsx';
import { ReleasePanel } from './release-panel.tsx';

const PARAMETER = 'release';
const numberSchema = z.coerce.number().int().positive();

export function VersionsView() {
  const t = useText();
  const { tab, channel } = useTab();
  const { data, error, isFetching, refetch } = usePointer(channel);
  if (data !== undefined)
    return <Channel channel={channel} pointer={data} tab={tab} stale={error} retry={() => void refetch()} />;
  if (error === null)
    return (
      <LoadingPanel label={t('versions.loading')}>
        <SkeletonRows rows={14} columns={5} />
      </LoadingPanel>
    );
  if (error instanceof BucketError && error.failure.kind === 'missing')
    return (
      <EmptyPanel
        icon={PackageCheck}
        title={t('versions.empty.title', { channel })}
        description={t('versions.empty.description')}
      />
    );
  return (
    <ErrorPanel
      title={t('versions.failed')}
      description={bucketCause(t, error)}
      retryLabel={t('failure.retry')}
      retryingLabel={t('failure.retrying')}
      retrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
}

type ChannelProps = {
  channel: string;
  pointer: Pointer;
  tab: PageRelease | undefined;
  stale: Error | null;
  retry: () => void;
};

function Channel({ channel, pointer, tab, stale, retry }: ChannelProps) {
  const t = useText();
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const wanted = numberSchema.safeParse(search.get(PARAMETER) ?? undefined);
  const chosen = wanted.success && wanted.data <= pointer.number ? wanted.data : undefined;
  const selected = chosen ?? pointer.number;
  const addressOf = (number: number): string => `${pathname}?${PARAMETER}=${number}`;
  const behind = tab !== undefined && tab.number !== pointer.number;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:overflow-hidden">
      {behind && (
        <Banner
          fact={t('versions.behind.fact', { tab: tab.number, live: pointer.number })}
          consequence={t('versions.behind.consequence')}
          action={
            <Button variant="ghost" size="sm" onClick={() => location.reload()}>
              {t('versions.behind.reload')}
            </Button>
          }
        />
      )}
      {stale !== null && (
        <div className="flex shrink-0 items-center border-b border-line px-4 py-1">
          <PartialBadge
            label={t('versions.stale')}
            detail={bucketCause(t, stale)}
            actionLabel={t('versions.refresh')}
            onAction={retry}
          />
        </div>
      )}
      <div className={cn('shrink-0 lg:max-h-1/2 lg:overflow-y-auto', chosen !== undefined && 'max-lg:hidden')}>
        <Live channel={channel} number={pointer.number} tab={tab} />
      </div>
      <div className="flex min-h-0 flex-1 max-lg:flex-none max-lg:flex-col">
        <div className={cn('flex min-w-0 flex-1 flex-col', chosen !== undefined && 'max-lg:hidden')}>
          <History
            channel={channel}
            live={pointer.number}
            selected={selected}
            addressOf={addressOf}
            onSelect={(number) => void navigate(addressOf(number))}
          />
        </div>
        <div
          className={cn(
            'flex w-76 shrink-0 flex-col border-l border-line max-lg:w-full max-lg:border-l-0',
            chosen === undefined && 'max-lg:hidden',
          )}
        >
          <ReleasePanel channel={channel} number={selected} onBack={() => void navigate(pathname)} />
        </div>
      </div>
    </div>
  );
}

function Live({ channel, number, tab }: { channel: string; number: number; tab: PageRelease | undefined }) {
  const t = useText();
  const live = useQuery(bucketQueries.release(channel, number));
  const before = useQuery({ ...bucketQueries.release(channel, number - 1), enabled: number > 1 });
  if (live.data !== undefined) return <LiveTable live={live.data} before={before.data} tab={tab} />;
  if (live.error !== null)
    return (
      <ErrorPanel
        title={t('versions.live.failed')}
        description={bucketCause(t, live.error)}
        retryLabel={t('failure.retry')}
        retryingLabel={t('failure.retrying')}
        retrying={live.isFetching}
        onRetry={() => void live.refetch()}
      />
    );
  return (
    <LoadingPanel label={t('versions.loading')}>
      <SkeletonRows rows={6} columns={6} />
    </LoadingPanel>
  );
}

type HistoryProps = {
  channel: string;
  live: number;
  selected: number;
  addressOf: (number: number) => string;
  onSelect: (number: number) => void;
};

function History({ channel, live, selected, addressOf, onSelect }: HistoryProps) {
  const t = useText();
  const { rows, hasMore, more } = useHistory(channel, live);
  return (
    <>
      <div className="flex h-11 shrink-0 items-center border-b border-line px-4">
        <h2 className="font-semibold">{t('versions.history.title')}</h2>
        <span className="ml-auto text-12 text-ink-3 tabular-nums">
          {t('versions.history.count', { count: live, shown: rows.length })}
        </span>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        <HistoryTable rows={rows} selected={selected} addressOf={addressOf} onSelect={onSelect} />
        {hasMore && (
          <div className="p-3">
            <Button onClick={more}>{t('form.more')}</Button>
          </div>
        )}
      </div>
    </>
  );
}
