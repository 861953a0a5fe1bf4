import type { KnowledgeDocumentPage } from '@piloto/api-client';
import { QueryFailure, useCan, useFormat } from '@piloto/runtime';
import {
  Button,
  EmptyPanel,
  FileDrop,
  FooterBar,
  LoadingPanel,
  PartialBadge,
  SkeletonRows,
  Table,
  TableBody,
  TableHead,
  TableHeadCell,
  TableRow,
} from '@piloto/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../../messages.ts';
import { knowledgeQueries } from '../api/knowledge.ts';
import { ACCEPTED, type Group, SIZE_LIMIT } from '../rules.ts';
import { DocumentRow } from './document-row.tsx';
import { useUpload } from './use-upload.ts';

type Props = { group: Group | undefined; onShowAll: () => void };

export function DocumentList({ group, onShowAll }: Props) {
  const t = useText();
  const format = useFormat();
  const mayWrite = useCan('knowledge:write');
  const query = useInfiniteQuery(knowledgeQueries.list(group));
  const { data, error, isFetching, refetch } = query;
  if (data === undefined) {
    if (error !== null)
      return (
        <QueryFailure
          title={t('knowledge.failed')}
          error={error}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      );
    return (
      <LoadingPanel label={t('knowledge.loading')}>
        <DocumentTable>{null}</DocumentTable>
        <SkeletonRows rows={8} columns={5} />
      </LoadingPanel>
    );
  }
  const documents = data.pages.flatMap((page) => page.items);
  const totals = data.pages[0]?.totals;
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col overflow-auto">
        {documents.length > 0 ? (
          <DocumentTable>
            {documents.map((document) => (
              <DocumentRow key={document.id} document={document} mayWrite={mayWrite} />
            ))}
          </DocumentTable>
        ) : group === undefined ? (
          <EmptyPanel
            icon={BookOpen}
            title={t('knowledge.empty')}
            description={t('knowledge.emptyHint')}
            className="h-auto"
          />
        ) : (
          <EmptyPanel
            icon={BookOpen}
            title={t(`knowledge.emptyGroup.${group}`)}
            description={t('knowledge.emptyGroupHint', { count: totals?.documents ?? 0 })}
            action={<Button onClick={onShowAll}>{t('clearFilters')}</Button>}
            className="h-auto"
          />
        )}
        {query.hasNextPage && (
          <Button
            variant="ghost"
            className="m-4 self-start"
            busy={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
        {mayWrite && <UploadArea />}
      </div>
      {totals !== undefined && (
        <FooterBar
          end={
            error !== null && (
              <PartialBadge
                label={t('stale')}
                detail={format.dateTime(new Date(query.dataUpdatedAt).toISOString())}
                actionLabel={t('refresh')}
                busy={isFetching}
                onAction={() => void refetch()}
              />
            )
          }
        >
          <Totals totals={totals} />
        </FooterBar>
      )}
    </>
  );
}

function Totals({ totals }: { totals: KnowledgeDocumentPage['totals'] }) {
  const t = useText();
  const format = useFormat();
  const parts = [
    t('knowledge.documents', { count: totals.documents, formatted: format.number(totals.documents) }),
    t('knowledge.passages', { count: totals.passages, formatted: format.number(totals.passages) }),
    format.bytes(totals.bytes),
  ];
  return <span className="truncate">{parts.join(' · ')}</span>;
}

function DocumentTable({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <Table label={t('knowledge.title')}>
      <TableHead>
        <TableRow>
          <TableHeadCell>{t('knowledge.document')}</TableHeadCell>
          <TableHeadCell width={112}>{t('knowledge.situation')}</TableHeadCell>
          <TableHeadCell width="30%" className="max-md:hidden">
            {t('knowledge.advance')}
          </TableHeadCell>
          <TableHeadCell numeric width={72} className="max-md:hidden">
            {t('knowledge.passagesHead')}
          </TableHeadCell>
          <TableHeadCell numeric width={80} className="max-lg:hidden">
            {t('knowledge.size')}
          </TableHeadCell>
          <TableHeadCell numeric width={88} className="max-md:hidden">
            {t('knowledge.updated')}
          </TableHeadCell>
          <TableHeadCell width={64} className="max-md:w-20!">
            <span className="sr-only">{t('knowledge.actionsHead')}</span>
          </TableHeadCell>
        </TableRow>
      </TableHead>
      <TableBody>{children}</TableBody>
    </Table>
  );
}

function UploadArea() {
  const t = useText();
  const format = useFormat();
  const { send, busy } = useUpload();
  return (
    <FileDrop
      label={busy ? t('knowledge.sending') : t('knowledge.drop')}
      hint={t('knowledge.dropHint', { limit: format.bytes(SIZE_LIMIT) })}
      accept={ACCEPTED.join(',')}
      multiple
      disabled={busy}
      onFiles={send}
      onRefused={send}
      className="m-4"
    />
  );
}
