import type { PageRelease, Release } from '@piloto/contracts';
import { useFormat } from '@piloto/runtime';
import {
  Badge,
  MissingValue,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../messages.ts';
import { bucketQueries } from '../api/queries.ts';
import { type Module, modulesOf, tabDifferences } from '../rules.ts';
import { bucketCause } from '../wording.ts';

type Props = { live: Release; before: Release | undefined; tab: PageRelease | undefined };

/** What is live, module by module. */
export function LiveTable({ live, before, tab }: Props) {
  const t = useText();
  const differences = tabDifferences(live, tab);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div tabIndex={0} role="region" aria-label={t('versions.live.table')} className="shrink-0 overflow-x-auto">
      <Table label={t('versions.live.table')} className="min-w-210">
        <TableHead>
          <TableRow className="h-8 hover:bg-surface">
            <TableHeadCell width={140}>{t('versions.live.module')}</TableHeadCell>
            <TableHeadCell>{t('versions.live.version')}</TableHeadCell>
            <TableHeadCell>{t('versions.live.previous')}</TableHeadCell>
            <TableHeadCell>{t('versions.live.tab')}</TableHeadCell>
            <TableHeadCell width={148} numeric>
              {t('versions.live.published')}
            </TableHeadCell>
            <TableHeadCell width={168}>{t('versions.live.commit')}</TableHeadCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {modulesOf(live).map((module) => (
            <LiveRow
              key={module.name}
              module={module}
              previous={module.name === 'shell' ? previousShell(live, before) : module.previous?.version}
              inTab={differences.get(module.name)}
              known={tab !== undefined}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** A release keeps no previous version of the shell, which the browser never falls back to: the release before tells it. */
const previousShell = (live: Release, before: Release | undefined): string | undefined =>
  before === undefined || before.shell.version === live.shell.version ? undefined : before.shell.version;

type RowProps = { module: Module; previous: string | undefined; inTab: string | undefined; known: boolean };

function LiveRow({ module, previous, inTab, known }: RowProps) {
  const t = useText();
  return (
    <TableRow>
      <TableCell className="font-medium">{module.name}</TableCell>
      <TableCell title={module.version}>{module.version}</TableCell>
      <TableCell title={previous} className="text-ink-2">
        {previous ?? <MissingValue label={t('versions.live.noPrevious')} />}
      </TableCell>
      <TableCell title={inTab}>
        {inTab !== undefined ? (
          <Badge tone="amber">{t('versions.live.inTab', { version: inTab })}</Badge>
        ) : known ? (
          <span className="text-ink-3">{t('versions.live.same')}</span>
        ) : (
          <MissingValue label={t('versions.live.unknownTab')} />
        )}
      </TableCell>
      <BuildCells module={module} />
    </TableRow>
  );
}

/** From the version's own descriptor; when that cannot be read, only these two cells say so. */
function BuildCells({ module }: { module: Module }) {
  const t = useText();
  const format = useFormat();
  const { data, error } = useQuery(bucketQueries.descriptor(module.base));
  if (data !== undefined)
    return (
      <>
        <TableCell numeric className="text-ink-2">
          {format.dateTime(data.time)}
        </TableCell>
        <TableCell
          title={t('versions.live.builder', { builder: data.builder })}
          className="font-mono text-12 text-ink-2"
        >
          {data.commit}
        </TableCell>
      </>
    );
  if (error !== null)
    return (
      <TableCell colSpan={2} title={bucketCause(t, error)} className="text-right">
        <Badge tone="red">{t('versions.live.unread')}</Badge>
        <span className="sr-only">{bucketCause(t, error)}</span>
      </TableCell>
    );
  return (
    <>
      <TableCell>
        <Skeleton className="ml-auto w-24" />
      </TableCell>
      <TableCell>
        <Skeleton className="w-16" />
      </TableCell>
    </>
  );
}
