import { useFormat } from '@piloto/runtime';
import {
  Badge,
  Button,
  cn,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from '@piloto/ui';
import { Link } from 'react-router';
import { useText } from '../../../messages.ts';
import type { HistoryRow } from '../api/use-channel.ts';
import { changesBetween } from '../rules.ts';
import { bucketCause, changesInWords } from '../wording.ts';
import { ReleaseStateDot } from './release-state.tsx';

type Props = {
  rows: readonly HistoryRow[];
  selected: number;
  addressOf: (number: number) => string;
  onSelect: (number: number) => void;
};

export function HistoryTable({ rows, selected, addressOf, onSelect }: Props) {
  const t = useText();
  return (
    <Table label={t('versions.history.table')} className="md:min-w-160">
      <TableHead>
        <TableRow className="h-8 hover:bg-surface">
          <TableHeadCell width={80}>{t('versions.history.number')}</TableHeadCell>
          <TableHeadCell>{t('versions.history.change')}</TableHeadCell>
          <TableHeadCell width={96} className="max-md:hidden">
            {t('versions.history.by')}
          </TableHeadCell>
          <TableHeadCell width={140} numeric className="max-md:hidden">
            {t('versions.history.time')}
          </TableHeadCell>
          <TableHeadCell width={120}>{t('versions.history.state')}</TableHeadCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow
            key={row.number}
            selected={row.number === selected}
            // The link in the first cell is the way in for the keyboard; the whole row is a larger target for the pointer.
            onClick={() => onSelect(row.number)}
          >
            <TableCell className="font-medium tabular-nums">
              <Link
                to={addressOf(row.number)}
                aria-current={row.number === selected ? 'true' : undefined}
                aria-label={t('versions.history.open', { number: row.number })}
                onClick={(event) => event.stopPropagation()}
                className="-mx-1 inline-flex h-6 min-w-6 items-center rounded-1 px-1 max-md:h-11 max-md:min-w-11"
              >
                {row.number}
              </Link>
            </TableCell>
            <Rest row={row} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Rest({ row }: { row: HistoryRow }) {
  const t = useText();
  const format = useFormat();
  if (row.status === 'loading')
    return ['w-3/5', 'w-16', 'w-24', 'w-16'].map((width, i) => (
      <TableCell key={`${row.number}-${i}`} className={cn((i === 1 || i === 2) && 'max-md:hidden')}>
        <Skeleton className={cn(width, i === 2 && 'ml-auto')} />
      </TableCell>
    ));
  if (row.status === 'failed') {
    const cause = bucketCause(t, row.error);
    return (
      <>
        <TableCell className="md:hidden">
          <Badge tone="red">{t('versions.history.unread')}</Badge>
        </TableCell>
        <TableCell colSpan={3} title={cause} className="max-md:hidden">
          <span className="flex min-w-0 items-center gap-2">
            <Badge tone="red">{t('versions.history.unread')}</Badge>
            <span className="truncate text-ink-2">{cause}</span>
          </span>
        </TableCell>
        <TableCell>
          <Button
            variant="ghost"
            size="sm"
            onClick={(event) => {
              event.stopPropagation();
              row.retry();
            }}
          >
            {t('failure.retry')}
          </Button>
        </TableCell>
      </>
    );
  }
  const { release, before, state, number } = row;
  const words =
    before === undefined && number > 1
      ? t('versions.change.unknown', { number: number - 1 })
      : changesInWords(t, changesBetween(before, release), number === 1);
  return (
    <>
      <TableCell title={`${words}\n${release.reason}`}>
        <span>{words}</span>
        <span className="ml-2 text-ink-3">{release.reason}</span>
      </TableCell>
      <TableCell title={release.by} className="text-ink-2 max-md:hidden">
        {release.by}
      </TableCell>
      <TableCell numeric className="text-ink-2 max-md:hidden">
        {format.dateTime(release.time)}
      </TableCell>
      <TableCell>
        <ReleaseStateDot state={state} />
      </TableCell>
    </>
  );
}
