import type { Device } from '@piloto/api-client';
import { useFormat } from '@piloto/runtime';
import { ErrorPanel, LoadingPanel, PartialBadge, SkeletonRows } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { failureText, requestIdOf } from '../../../failure-text.ts';
import { useText } from '../../../messages.ts';
import { devices } from '../api/devices.ts';
import { DeviceTable } from './device-table.tsx';

/** The list in each of its states. */
export function DeviceListPanel({ onEnd }: { onEnd: (device: Device) => void }) {
  const t = useText();
  const format = useFormat();
  const pane = useRef<HTMLElement>(null);
  const query = useQuery(devices.list());

  if (query.data === undefined) {
    if (!query.isError)
      return (
        <LoadingPanel label={t('devices.loading')} className="flex-1">
          <div className="h-8 border-b border-line" />
          <SkeletonRows rows={3} columns={4} />
        </LoadingPanel>
      );
    const id = requestIdOf(query.error);
    return (
      <ErrorPanel
        title={t('devices.failed')}
        description={failureText(t, query.error)}
        retryLabel={t('failure.retry')}
        retryingLabel={t('failure.retrying')}
        retrying={query.isFetching}
        onRetry={() => void query.refetch()}
        request={
          id === ''
            ? undefined
            : { id, label: t('failure.request'), copyLabel: t('failure.copy'), copiedLabel: t('failure.copied') }
        }
      />
    );
  }
  const { items } = query.data;
  const isAlone = items.every(({ current }) => current);
  return (
    <section
      ref={pane}
      tabIndex={-1}
      aria-label={t('devices.title')}
      className="min-h-0 flex-1 overflow-y-auto outline-none"
    >
      <div className="flex items-center gap-3 px-4 py-3 text-12 text-ink-3">
        <p>{t(isAlone ? 'devices.alone' : 'devices.explanation')}</p>
        {query.isError && (
          <PartialBadge
            label={t('devices.stale')}
            detail={format.dateTime(new Date(query.dataUpdatedAt).toISOString())}
            actionLabel={t('devices.refresh')}
            onAction={() => void query.refetch()}
            busy={query.isFetching}
          />
        )}
      </div>
      <DeviceTable
        items={items}
        onEnd={(device) => {
          pane.current?.focus(); // the button goes with its row
          onEnd(device);
        }}
      />
    </section>
  );
}
