import { QueryFailure, useFormat } from '@piloto/runtime';
import {
  Button,
  EmptyPanel,
  FooterBar,
  LoadingPanel,
  MissingValue,
  SkeletonRows,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from '@piloto/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { Link } from 'react-router';
import { useText } from '../../../messages.ts';
import { ScrollRegion } from '../../../scroll-region.tsx';
import { type ImportSummary, importQueries } from '../api/imports.ts';
import { ImportStatus } from './import-status.tsx';

const COUNTS = ['create', 'update', 'skip', 'error'] as const;

export function ImportList({ onNew }: { onNew: () => void }) {
  const t = useText();
  const list = useInfiniteQuery(importQueries.list());
  if (list.data === undefined)
    return list.isError ? (
      <QueryFailure
        title={t('imports.failed')}
        error={list.error}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <LoadingPanel label={t('imports.loading')} className="min-h-0 flex-1 overflow-hidden">
        <div className="h-8 border-b border-line" />
        <SkeletonRows rows={8} columns={5} />
      </LoadingPanel>
    );
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyPanel
        icon={FileUp}
        title={t('imports.emptyTitle')}
        description={t('imports.empty')}
        action={
          <Button variant="primary" onClick={onNew}>
            {t('imports.new')}
          </Button>
        }
      />
    );
  return (
    <>
      <ScrollRegion label={t('imports.title')}>
        <Table label={t('imports.title')}>
          <TableHead>
            <TableRow className="h-8">
              <TableHeadCell>{t('imports.file')}</TableHeadCell>
              <TableHeadCell width={160}>{t('imports.status')}</TableHeadCell>
              {COUNTS.map((count) => (
                <TableHeadCell key={count} numeric width={92} className="max-md:hidden">
                  {t(`count.${count}`)}
                </TableHeadCell>
              ))}
              <TableHeadCell width={160} className="max-lg:hidden">
                {t('imports.by')}
              </TableHeadCell>
              <TableHeadCell numeric width={104} className="max-md:hidden">
                {t('imports.at')}
              </TableHeadCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((item) => (
              <ImportRow key={item.id} item={item} />
            ))}
          </TableBody>
        </Table>
        {list.hasNextPage && (
          <div className="p-4">
            <Button onClick={() => void list.fetchNextPage()} busy={list.isFetchingNextPage}>
              {t('imports.more')}
            </Button>
          </div>
        )}
      </ScrollRegion>
      <FooterBar className="max-md:h-10">{t('imports.count', { count: items.length })}</FooterBar>
    </>
  );
}

function ImportRow({ item }: { item: ImportSummary }) {
  const t = useText();
  const format = useFormat();
  return (
    <TableRow>
      <TableCell title={item.file_name}>
        <Link to={`/importacoes/${item.id}`} className="rounded-1 font-medium text-ink hover:underline">
          {item.file_name}
        </Link>
      </TableCell>
      <TableCell>
        <ImportStatus item={item} />
      </TableCell>
      {COUNTS.map((count) => (
        <TableCell key={count} numeric className="max-md:hidden">
          {item.counts === null ? <MissingValue label={t('list.missing')} /> : format.number(item.counts[count])}
        </TableCell>
      ))}
      <TableCell className="text-ink-2 max-lg:hidden">
        {item.created_by ?? <MissingValue label={t('list.missing')} />}
      </TableCell>
      <TableCell numeric className="text-ink-3 max-md:hidden">
        <time dateTime={item.created_at} title={format.dateTime(item.created_at)}>
          {format.age(item.created_at)}
        </time>
      </TableCell>
    </TableRow>
  );
}
