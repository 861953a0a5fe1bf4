import { TIME_ZONE, useLocale } from '@piloto/runtime';
import { IconButton } from '@piloto/ui';
import { RefreshCw } from 'lucide-react';
import { useText } from '../../../messages.ts';
import { usePointer, useTab } from '../api/use-channel.ts';

/** When the bucket was last asked what is live, and asking again. */
export function ReadAt() {
  const t = useText();
  const locale = useLocale();
  const { channel } = useTab();
  const { dataUpdatedAt, isFetching, refetch } = usePointer(channel);
  const clock = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, timeStyle: 'medium', hour12: false });
  return (
    <>
      {dataUpdatedAt > 0 && (
        <span className="text-12 text-ink-3 tabular-nums max-md:sr-only">
          {t('versions.readAt', { time: clock.format(dataUpdatedAt) })}
        </span>
      )}
      <IconButton
        icon={RefreshCw}
        label={t('versions.refresh')}
        aria-busy={isFetching}
        onClick={() => void refetch()}
      />
    </>
  );
}
