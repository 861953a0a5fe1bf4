import type { AgentView } from '@piloto/api-client';
import { QueryFailure, useFormat } from '@piloto/runtime';
import {
  Button,
  EmptyPanel,
  FooterBar,
  Icon,
  LoadingPanel,
  MissingValue,
  PartialBadge,
  SkeletonRows,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from '@piloto/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Bot } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../messages.ts';
import { agentQueries } from '../api/agents.ts';

/** `create` is the one action of the empty list; undefined for somebody who may only read. */
export function AgentList({ create }: { create: ReactNode }) {
  const t = useText();
  const format = useFormat();
  const query = useInfiniteQuery(agentQueries.list());
  const { data, error, isFetching, refetch } = query;
  if (data === undefined) {
    if (error !== null)
      return (
        <QueryFailure title={t('agents.failed')} error={error} retrying={isFetching} onRetry={() => void refetch()} />
      );
    return (
      <LoadingPanel label={t('agents.loading')}>
        <AgentTable>{null}</AgentTable>
        <SkeletonRows rows={6} columns={3} />
      </LoadingPanel>
    );
  }
  const agents = data.pages.flatMap((page) => page.items);
  if (agents.length === 0)
    return <EmptyPanel icon={Bot} title={t('agents.empty')} description={t('agents.emptyHint')} action={create} />;
  return (
    <>
      <div className="min-h-0 flex-1 overflow-auto">
        <AgentTable>
          {agents.map((agent) => (
            <AgentRow key={agent.id} agent={agent} />
          ))}
        </AgentTable>
      </div>
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
        <span>{t('agents.count', { count: agents.length })}</span>
        {query.hasNextPage && (
          <Button variant="ghost" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </FooterBar>
    </>
  );
}

function AgentTable({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <Table label={t('agents.title')}>
      <TableHead>
        <TableRow>
          <TableHeadCell>{t('agent.name')}</TableHeadCell>
          <TableHeadCell className="max-md:hidden">{t('agent.persona')}</TableHeadCell>
          <TableHeadCell className="max-md:hidden">{t('agents.instructions')}</TableHeadCell>
          <TableHeadCell numeric width={104}>
            {t('agents.updated')}
          </TableHeadCell>
        </TableRow>
      </TableHead>
      <TableBody>{children}</TableBody>
    </Table>
  );
}

function AgentRow({ agent }: { agent: AgentView }) {
  const t = useText();
  const format = useFormat();
  const firstLine = (text: string): ReactNode =>
    text.trim().split('\n')[0] || <MissingValue label={t('agents.unwritten')} />;
  return (
    <TableRow>
      <TableCell>
        <Link
          to={`/agentes/${agent.id}`}
          className="flex min-h-9 min-w-0 items-center gap-2 font-medium text-ink no-underline hover:text-accent-ink max-md:min-h-11"
        >
          <Icon icon={Bot} className="text-teal-ink" />
          <span className="truncate">{agent.name}</span>
        </Link>
      </TableCell>
      <TableCell className="text-ink-2 max-md:hidden">{firstLine(agent.persona)}</TableCell>
      <TableCell className="text-ink-2 max-md:hidden">{firstLine(agent.instructions)}</TableCell>
      <TableCell numeric>
        <time dateTime={agent.updated_at} title={format.dateTime(agent.updated_at)}>
          {format.age(agent.updated_at)}
        </time>
      </TableCell>
    </TableRow>
  );
}
