import { useMessages } from '@piloto/runtime';
import { ErrorPanel } from '@piloto/ui';
import { reportIdOf } from '../reports.ts';

/** The page without its frame: the release is malformed, or the session cannot be loaded. Never a blank page. */
export function BootFailure({ error }: { error: unknown }) {
  const t = useMessages('shell');
  return (
    <main className="h-full">
      <ErrorPanel
        title={t('boot.title')}
        description={t('boot.description', { cause: error instanceof Error ? error.message : String(error) })}
        retryLabel={t('state.reload')}
        onRetry={() => location.reload()}
        request={{
          id: reportIdOf(error),
          label: t('state.report'),
          copyLabel: t('state.copy'),
          copiedLabel: t('state.copied'),
        }}
      />
    </main>
  );
}
