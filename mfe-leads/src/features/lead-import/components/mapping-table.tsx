import {
  Icon,
  Select,
  StatusDot,
  type StatusTone,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from '@piloto/ui';
import { ArrowRight } from 'lucide-react';
import { useText } from '../../../messages.ts';
import type { ImportView } from '../api/imports.ts';
import { customName, customTarget, IGNORE, type Mapping, TARGETS } from '../rules.ts';

type Props = {
  view: ImportView;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
  clashing: ReadonlySet<string>;
};

export function MappingTable({ view, mapping, onChange, clashing }: Props) {
  const t = useText();
  const recognition = (column: string, target: string): { tone: StatusTone; key: string } => {
    if (clashing.has(column)) return { tone: 'red', key: 'twice' };
    if (target === IGNORE) return { tone: 'ring', key: 'ignored' };
    if (target !== view.mapping[column]) return { tone: 'blue', key: 'chosen' };
    if (view.mapping_source === 'proposed') return { tone: 'green', key: 'proposed' };
    return { tone: 'blue', key: view.mapping_source };
  };
  return (
    <Table label={t('columns.table')}>
      <TableHead>
        <TableRow className="h-8">
          <TableHeadCell>{t('columns.column')}</TableHeadCell>
          <TableHeadCell className="max-md:hidden">{t('columns.samples')}</TableHeadCell>
          <TableHeadCell width={40} className="max-md:hidden">
            <span className="sr-only">{t('columns.becomes')}</span>
          </TableHeadCell>
          <TableHeadCell className="w-1/3 max-md:w-1/2">{t('columns.target')}</TableHeadCell>
          <TableHeadCell width={170} className="max-lg:hidden">
            {t('columns.recognition')}
          </TableHeadCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {view.columns.map(({ name, samples }) => {
          const target = mapping[name] ?? IGNORE;
          const { tone, key } = recognition(name, target);
          const sample = samples.join(' · ');
          return (
            <TableRow key={name} className="max-md:h-13">
              <TableCell title={name} className="font-medium">
                {name}
              </TableCell>
              <TableCell title={sample} className="text-ink-3 max-md:hidden">
                {sample}
              </TableCell>
              <TableCell className="max-md:hidden">
                {target !== IGNORE && <Icon icon={ArrowRight} className="text-ink-3" />}
              </TableCell>
              <TableCell className="overflow-visible">
                <TargetSelect
                  column={name}
                  target={target}
                  onChange={(next) => onChange({ ...mapping, [name]: next })}
                />
              </TableCell>
              <TableCell className="max-lg:hidden">
                <StatusDot tone={tone}>{t(`recognition.${key}`)}</StatusDot>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function TargetSelect({
  column,
  target,
  onChange,
}: {
  column: string;
  target: string;
  onChange: (target: string) => void;
}) {
  const t = useText();
  // A remembered mapping may give the custom field another name than this column has.
  const customs = [...new Set([...(customName(target) === undefined ? [] : [target]), customTarget(column)])];
  return (
    <Select
      size="sm"
      aria-label={t('columns.targetOf', { column })}
      value={target}
      onValueChange={onChange}
      options={[
        ...TARGETS.map((value) => ({ value: value as string, label: t(`target.${value}`) })),
        ...customs.map((value) => ({ value, label: t('target.custom', { name: customName(value) ?? '' }) })),
        { value: IGNORE, label: t('target.ignore') },
      ]}
    />
  );
}
