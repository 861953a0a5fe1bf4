import { failureText, useFormat, useRemoteProps } from '@piloto/runtime';
import { Banner, Button, buttonVariants, FooterBar, Progress } from '@piloto/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { leadQueries } from '../../../lead/queries.ts';
import { useText } from '../../../messages.ts';
import { type ImportView, useImportSteps } from '../api/imports.ts';
import { CancelImport } from './cancel-import.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportFrame } from './import-frame.tsx';
import { ProblemTable } from './problem-table.tsx';

/** The import while it runs, and what became of it. */
export function ResultStep({ view }: { view: ImportView }) {
  const t = useText();
  const format = useFormat();
  const { events } = useRemoteProps();
  const client = useQueryClient();
  const { start } = useImportSteps(view.id);
  const isRunning = view.state === 'running';
  const { processed, total } = view.progress;

  // The end of a run is news once: said aloud, and the leads are read anew.
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) {
      events.emit('announce', { text: t(`result.announce.${view.state}`, { name: view.file_name }) });
      void client.invalidateQueries({ queryKey: leadQueries.all() });
    }
    wasRunning.current = isRunning;
  }, [isRunning, client, events, t, view.state, view.file_name]);

  const resume = async (): Promise<void> => {
    try {
      await start.mutateAsync();
    } catch (error) {
      events.emit('toast', { tone: 'error', title: t('simulation.notStarted'), detail: failureText(error) });
    }
  };
  const seeLeads = (
    <Link
      to="/leads"
      className={buttonVariants({ variant: view.state === 'done' ? 'primary' : 'secondary', size: 'sm' })}
    >
      {t('result.seeLeads')}
    </Link>
  );
  return (
    <ImportFrame
      fileName={view.file_name}
      step="result"
      actions={
        isRunning ? (
          <CancelImport view={view} />
        ) : (
          <>
            <Link to="/importacoes?nova=1" className={buttonVariants({ variant: 'ghost', size: 'sm' })}>
              {t('imports.new')}
            </Link>
            {view.state === 'failed' && (
              <Button variant="primary" busy={start.isPending} onClick={() => void resume()}>
                {t('result.resume')}
              </Button>
            )}
            {view.state !== 'failed' && seeLeads}
          </>
        )
      }
    >
      {isRunning && (
        <div className="shrink-0 border-b border-line p-4">
          <Progress
            label={t('result.running')}
            value={processed}
            max={Math.max(total, 1)}
            valueText={t('result.progress', { processed: format.number(processed), total: format.number(total) })}
            hint={t('result.background')}
          />
        </div>
      )}
      {view.state === 'failed' && (
        <Banner tone="red" fact={t('result.failed')} consequence={view.cause?.text ?? t('result.failedPlain')} />
      )}
      {view.state === 'cancelled' && (
        <Banner
          tone="amber"
          fact={t('result.cancelled')}
          consequence={t('result.cancelledHint', { processed: format.number(processed) })}
        />
      )}
      {view.counts !== null && <ImportCounts counts={view.counts} done={!isRunning || view.started_at !== null} />}
      {!isRunning && view.counts !== null && <ProblemTable view={view} errors={view.counts.error} />}
      {(isRunning || view.counts === null) && <div className="flex-1" />}
      <FooterBar className="max-md:h-auto max-md:min-h-10 max-md:flex-wrap max-md:py-2">
        <span>
          {view.finished_at === null
            ? view.started_at === null
              ? t('result.notStarted')
              : t('result.startedAt', { time: format.dateTime(view.started_at) })
            : t('result.finishedAt', { time: format.dateTime(view.finished_at) })}
        </span>
      </FooterBar>
    </ImportFrame>
  );
}
