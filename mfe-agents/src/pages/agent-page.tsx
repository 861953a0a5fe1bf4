import { isApiError } from '@piloto/api-client';
import { failureText, QueryFailure, useCan, usePageTitle, useRemoteProps } from '@piloto/runtime';
import {
  buttonVariants,
  DescriptionList,
  EmptyPanel,
  IconButton,
  LoadingPanel,
  Menu,
  MenuItem,
  PageHeader,
  Skeleton,
} from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { Bot, Ellipsis, Trash2 } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { agentQueries, useDeleteAgent, useRestoreAgent } from '../features/agent/api/agents.ts';
import { AgentForm } from '../features/agent/components/agent-form.tsx';
import { useText } from '../messages.ts';

export function AgentPage() {
  const t = useText();
  const { id = '' } = useParams();
  const mayWrite = useCan('agents:write');
  const { data, error, isFetching, refetch } = useQuery(agentQueries.detail(id));
  const title = data?.agent.name ?? t('agent.title');
  usePageTitle(title);
  const crumb = (
    <Link to="/agentes" className="text-ink-3 no-underline hover:text-ink">
      {t('agents.title')} /
    </Link>
  );
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        crumb={crumb}
        title={title}
        actions={mayWrite && data !== undefined && <AgentMenu id={id} name={title} />}
      />
      {data !== undefined ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="max-w-180 p-6 max-md:p-4">
            {mayWrite ? (
              <AgentForm key={id} current={data} />
            ) : (
              <DescriptionList
                wide
                items={[
                  { term: t('agent.persona'), value: <p className="whitespace-pre-wrap">{data.agent.persona}</p> },
                  {
                    term: t('agent.instructions'),
                    value: <p className="whitespace-pre-wrap">{data.agent.instructions}</p>,
                  },
                ]}
              />
            )}
          </div>
        </div>
      ) : error === null ? (
        <FormSkeleton />
      ) : isApiError(error) && (error.status === 404 || error.status === 422) ? (
        <EmptyPanel
          icon={Bot}
          title={t('agent.missing')}
          description={t('agent.missingHint')}
          action={
            <Link to="/agentes" className={buttonVariants({ size: 'sm' })}>
              {t('agent.back')}
            </Link>
          }
        />
      ) : (
        <QueryFailure title={t('agent.failed')} error={error} retrying={isFetching} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function AgentMenu({ id, name }: { id: string; name: string }) {
  const t = useText();
  const { events, navigate } = useRemoteProps();
  const remove = useDeleteAgent();
  const restore = useRestoreAgent();
  const fail = (title: string) => (error: unknown) =>
    events.emit('toast', { tone: 'error', title, detail: failureText(error) });
  const undo = (): void => {
    restore.mutateAsync(id).then(() => navigate(`/agentes/${id}`), fail(t('agent.restoreFailed')));
  };
  const erase = (): void => {
    remove.mutateAsync(id).then(
      () => {
        navigate('/agentes');
        events.emit('toast', {
          tone: 'success',
          title: t('agent.deleted', { name }),
          undo: { label: t('undo'), run: undo },
        });
      },
      fail(t('agent.deleteFailed')),
    );
  };
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('agent.actions')} tooltip={false} />}>
      <MenuItem icon={Trash2} danger onSelect={erase}>
        {t('agent.delete')}
      </MenuItem>
    </Menu>
  );
}

function FormSkeleton() {
  const t = useText();
  return (
    <LoadingPanel label={t('agent.loading')}>
      <div className="flex max-w-180 flex-col gap-6 p-6 max-md:p-4">
        {['h-8', 'h-24', 'h-80'].map((height) => (
          <div key={height} className="flex flex-col gap-2">
            <Skeleton className="w-24" />
            <div className={`${height} rounded-2 inset-ring inset-ring-line-strong`} />
          </div>
        ))}
      </div>
    </LoadingPanel>
  );
}
