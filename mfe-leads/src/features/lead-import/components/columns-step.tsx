import { failureText, useRemoteProps, useUnsaved } from '@piloto/runtime';
import { Button, Checkbox, FooterBar, Select, Toolbar, ToolbarSeparator } from '@piloto/ui';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../messages.ts';
import { ScrollRegion } from '../../../scroll-region.tsx';
import { type ImportView, useImportSteps } from '../api/imports.ts';
import { clashes, IGNORE, mappingProblem } from '../rules.ts';
import { CancelImport } from './cancel-import.tsx';
import { ImportFrame } from './import-frame.tsx';
import { MappingTable } from './mapping-table.tsx';
import { RowsPreview } from './rows-preview.tsx';

const COLLISIONS = ['update', 'skip', 'create'] as const;
const DELIMITERS: Record<string, string> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

export function ColumnsStep({ view, onSimulated }: { view: ImportView; onSimulated: () => void }) {
  const t = useText();
  const { events } = useRemoteProps();
  const { dryRun } = useImportSteps(view.id);
  const [mapping, setMapping] = useState(view.mapping);
  const [collision, setCollision] = useState(view.on_collision);
  const [repair, setRepair] = useState(view.repair_documents);
  const isChanged =
    JSON.stringify(mapping) !== JSON.stringify(view.mapping) ||
    collision !== view.on_collision ||
    repair !== view.repair_documents;
  useUnsaved(`import-${view.id}`, t('columns.unsaved', { name: view.file_name }), isChanged);
  const problem = mappingProblem(mapping);
  const targets = Object.values(mapping);
  const ignored = targets.filter((target) => target === IGNORE).length;

  const simulate = async (): Promise<void> => {
    try {
      await dryRun.mutateAsync({ mapping, on_collision: collision, repair_documents: repair });
      onSimulated();
    } catch (error) {
      events.emit('toast', { tone: 'error', title: t('columns.notSimulated'), detail: failureText(error) });
    }
  };
  return (
    <ImportFrame
      fileName={view.file_name}
      step="columns"
      actions={
        <>
          <CancelImport view={view} />
          <Button
            variant="primary"
            iconEnd={ArrowRight}
            busy={dryRun.isPending}
            busyLabel={t('columns.simulating')}
            disabled={problem !== undefined}
            onClick={() => void simulate()}
          >
            {t('columns.simulate')}
          </Button>
        </>
      }
    >
      <Toolbar label={t('columns.reading')} className="max-md:h-auto max-md:min-h-13 max-md:flex-wrap max-md:py-2">
        <Fact term={t('columns.delimiter')} value={t(`delimiter.${DELIMITERS[view.delimiter] ?? 'other'}`)} />
        <ToolbarSeparator />
        <Fact term={t('columns.encoding')} value={view.encoding} />
        <ToolbarSeparator />
        <Fact term={t('columns.header')} value={t('columns.line', { line: view.header_line })} />
        <span className="ml-auto flex min-w-0 items-center gap-2 max-md:ml-0 max-md:w-full">
          <span className="shrink-0 text-12 text-ink-2">{t('columns.collision')}</span>
          <Select
            aria-label={t('columns.collision')}
            value={collision}
            onValueChange={setCollision}
            options={COLLISIONS.map((value) => ({ value, label: t(`collision.${value}`) }))}
            className="w-52"
          />
        </span>
      </Toolbar>
      <ScrollRegion label={t('wizard.step.columns')}>
        <MappingTable view={view} mapping={mapping} onChange={setMapping} clashing={clashes(mapping)} />
        {problem !== undefined && (
          <p role="alert" className="border-b border-line bg-amber-soft px-4 py-2 text-amber-ink">
            {t(`columns.problem.${problem}`)}
          </p>
        )}
        {view.warnings.map(({ code, text }) => (
          <p key={code + text} className="border-b border-line bg-amber-soft px-4 py-2 text-amber-ink">
            {text}
          </p>
        ))}
        <RowsPreview view={view} mapping={mapping} />
      </ScrollRegion>
      <FooterBar
        className="max-md:h-auto max-md:min-h-13 max-md:flex-wrap max-md:py-2"
        end={
          targets.includes('document') && (
            <Checkbox label={t('columns.repair')} checked={repair} onCheckedChange={setRepair} />
          )
        }
      >
        <span>{t('columns.summary', { count: targets.length, used: targets.length - ignored, ignored })}</span>
      </FooterBar>
    </ImportFrame>
  );
}

const Fact = ({ term, value }: { term: string; value: string }) => (
  <span className="flex min-w-0 shrink items-baseline gap-2 text-12 whitespace-nowrap">
    <span className="text-ink-2">{term}</span>
    <span className="truncate font-medium text-ink">{value}</span>
  </span>
);
