import { useMessages } from '@piloto/runtime';
import { ErrorPanel } from '@piloto/ui';
import { LoadError } from '../registry/load-error.ts';
import { reportIdOf } from '../reports.ts';

/** Stands in the failed remote's own place; the rest of the page stays usable. */
export function FailureCard({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  const t = useMessages('shell');
  const known = error instanceof LoadError ? error : undefined;
  const running = known?.failure === 'render' || known?.failure === 'mount';
  return (
    <ErrorPanel
      title={t(running ? 'failure.titleRunning' : 'failure.title', { title })}
      description={`${t(`failure.${known?.failure ?? 'unknown'}`, { status: known?.status ?? '' })} ${t('failure.safe')}`}
      retryLabel={t('state.retry')}
      onRetry={onRetry}
      request={{
        id: reportIdOf(error),
        label:
          known === undefined
            ? t('state.report')
            : `${t('state.module', { name: known.remote, version: known.version })} · ${t('state.report')}`,
        copyLabel: t('state.copy'),
        copiedLabel: t('state.copied'),
      }}
    />
  );
}
