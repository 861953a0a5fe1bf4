import { failureText, useFormat, useRemoteProps } from '@piloto/runtime';
import {
  Button,
  EmptyPanel,
  MissingValue,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
  Toolbar,
} from '@piloto/ui';
import { CircleCheck, Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { download } from '../../../download.ts';
import { useText } from '../../../messages.ts';
import { ScrollRegion } from '../../../scroll-region.tsx';
import type { ImportView } from '../api/imports.ts';

type Props = { view: ImportView; errors: number; action?: ReactNode };

/** The rows that do not go in: where, what stands there, why. All of them are in the file. */
export function ProblemTable({ view, errors, action }: Props) {
  const t = useText();
  const format = useFormat();
  if (errors === 0)
    return <EmptyPanel icon={CircleCheck} title={t('problems.none')} description={t('problems.noneHint')} />;
  return (
    <>
      <Toolbar
        label={t('problems.title')}
        end={
          <>
            {action}
            <ErrorFile view={view} />
          </>
        }
      >
        <h2 className="truncate font-semibold">{t('problems.title')}</h2>
        <span className="text-12 text-ink-3 tabular-nums">{format.number(errors)}</span>
      </Toolbar>
      <ScrollRegion label={t('problems.title')}>
        <Table label={t('problems.title')}>
          <TableHead>
            <TableRow className="h-8">
              <TableHeadCell numeric width={72}>
                {t('problems.line')}
              </TableHeadCell>
              <TableHeadCell width="18%" className="max-md:hidden">
                {t('problems.column')}
              </TableHeadCell>
              <TableHeadCell width="24%">{t('problems.value')}</TableHeadCell>
              <TableHeadCell>{t('problems.reason')}</TableHeadCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {view.problems.map(({ line, column, value, code, reason }) => (
              <TableRow key={`${line} ${column ?? ''} ${code}`}>
                <TableCell numeric className="text-ink-3">
                  {line}
                </TableCell>
                <TableCell title={column ?? undefined} className="max-md:hidden">
                  {column ?? t('problems.wholeRow')}
                </TableCell>
                <TableCell title={value} className="font-mono text-12 text-red-ink">
                  {value === '' ? <MissingValue label={t('list.missing')} /> : value}
                </TableCell>
                <TableCell title={reason} className="max-md:py-2 max-md:whitespace-normal">
                  {reason}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </ScrollRegion>
    </>
  );
}

export function ErrorFile({ view }: { view: ImportView }) {
  const t = useText();
  const { session, events } = useRemoteProps();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const name = `${view.file_name.replace(/\.\w+$/, '')}-${t('problems.fileSuffix')}.csv`;
      await download(session, `/api/v1/public/imports/${view.id}/errors.csv`, name);
    } catch (error) {
      events.emit('toast', { tone: 'error', title: t('problems.notSaved'), detail: failureText(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="ghost" icon={Download} iconOnlyBelow="md" busy={busy} onClick={() => void save()}>
      {t('problems.download')}
    </Button>
  );
}
