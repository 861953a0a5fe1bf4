import { failureText, useFormat, useRemoteProps } from '@piloto/runtime';
import { Button, FooterBar } from '@piloto/ui';
import { useText } from '../../../messages.ts';
import { type ImportView, useImportSteps } from '../api/imports.ts';
import { ImportCounts } from './import-counts.tsx';
import { ImportFrame } from './import-frame.tsx';
import { ProblemTable } from './problem-table.tsx';

const NOTHING = { create: 0, update: 0, skip: 0, error: 0 };

/** What would happen. Nothing is written before "Importar". */
export function SimulationStep({ view, onBack }: { view: ImportView; onBack: () => void }) {
  const t = useText();
  const format = useFormat();
  const { events } = useRemoteProps();
  const { start, dryRun } = useImportSteps(view.id);
  const counts = view.expected ?? NOTHING;
  const rows = counts.create + counts.update;
  const attempt = async (act: () => Promise<unknown>, failed: string): Promise<void> => {
    try {
      await act();
    } catch (error) {
      events.emit('toast', { tone: 'error', title: t(failed), detail: failureText(error) });
    }
  };
  const canRepair = !view.repair_documents && view.problems.some(({ code }) => code === 'document_repairable');
  return (
    <ImportFrame
      fileName={view.file_name}
      step="simulation"
      actions={
        <>
          <Button variant="ghost" onClick={onBack}>
            {t('simulation.back')}
          </Button>
          <Button
            variant="primary"
            disabled={rows === 0}
            busy={start.isPending}
            busyLabel={t('simulation.starting')}
            onClick={() => void attempt(() => start.mutateAsync(), 'simulation.notStarted')}
          >
            {t('simulation.start', { count: rows, rows: format.number(rows) })}
          </Button>
        </>
      }
    >
      <ImportCounts counts={counts} done={false} />
      <ProblemTable
        view={view}
        errors={counts.error}
        action={
          canRepair && (
            <Button
              busy={dryRun.isPending}
              onClick={() => void attempt(() => dryRun.mutateAsync({ repair_documents: true }), 'columns.notSimulated')}
            >
              {t('simulation.repair')}
            </Button>
          )
        }
      />
      <FooterBar className="max-md:h-auto max-md:min-h-10 max-md:flex-wrap max-md:py-2">
        <span>
          {counts.error > 0
            ? t('problems.shown', {
                count: counts.error,
                shown: format.number(new Set(view.problems.map((problem) => problem.line)).size),
                total: format.number(counts.error),
              })
            : t('simulation.clean')}
        </span>
        <span className="min-w-0 md:ml-auto">{t('simulation.nothingYet')}</span>
      </FooterBar>
    </ImportFrame>
  );
}
