import { isApiError } from '@piloto/api-client';
import { QueryFailure, useCan, usePageTitle } from '@piloto/runtime';
import { AlertDialog, buttonVariants, EmptyPanel, PageHeader } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { UserRoundX } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { LeadAside } from '../features/lead-detail/components/lead-aside.tsx';
import { LeadHeader } from '../features/lead-detail/components/lead-header.tsx';
import { LeadLoading } from '../features/lead-detail/components/lead-loading.tsx';
import { useNeighbours } from '../features/lead-detail/use-neighbours.ts';
import { LeadFacts } from '../features/lead-form/components/lead-facts.tsx';
import { LeadForm } from '../features/lead-form/components/lead-form.tsx';
import { useDeleteLead, useMoveLead } from '../lead/mutations.ts';
import { leadQueries, type LeadVersion } from '../lead/queries.ts';
import { listAddress, rememberPlace } from '../lead/scroll-memory.ts';
import { useText } from '../messages.ts';

/** `/leads/:id`; the list's parameters come along in the address. */
export function LeadPage() {
  const t = useText();
  const { id = '' } = useParams();
  const { search } = useLocation();
  const { data, error, isFetching, refetch } = useQuery(leadQueries.detail(id));
  usePageTitle(data?.lead.name ?? t('detail.title'));
  const listPath = listAddress(search);
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col bg-surface text-13 text-ink">
      {data !== undefined ? (
        <OpenLead key={id} current={data} search={search} listPath={listPath} />
      ) : error === null ? (
        <LeadLoading />
      ) : (
        <>
          <PageHeader title={t('detail.title')} crumb={`${t('list.title')} /`} />
          {isApiError(error) && (error.status === 404 || error.status === 422) ? (
            <EmptyPanel
              icon={UserRoundX}
              title={t('detail.goneTitle')}
              description={t('detail.gone')}
              action={
                <Link to={listPath} className={buttonVariants({ size: 'sm' })}>
                  {t('detail.backToList')}
                </Link>
              }
            />
          ) : (
            <QueryFailure
              title={t('detail.failed')}
              error={error}
              retrying={isFetching}
              onRetry={() => void refetch()}
            />
          )}
        </>
      )}
    </div>
  );
}

function OpenLead({ current, search, listPath }: { current: LeadVersion; search: string; listPath: string }) {
  const t = useText();
  const navigate = useNavigate();
  const mayWrite = useCan('leads:write');
  const { lead } = current;
  const neighbours = useNeighbours(lead.id, search);
  const move = useMoveLead(lead.id);
  const remove = useDeleteLead();
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState<string>();

  const leave = useCallback((to: string): void => void navigate(to), [navigate]);
  const go = (to: string | { id: string }): void => {
    const path = typeof to === 'string' ? to : `/leads/${to.id}${search}`;
    // The list comes back with the row that was looked at last.
    rememberPlace(listPath, { active: typeof to === 'string' ? lead.id : to.id });
    if (dirty) setLeaving(path);
    else leave(path);
  };
  const aside = <LeadAside lead={lead} />;
  return (
    <>
      <LeadHeader
        lead={lead}
        listPath={listPath}
        neighbours={neighbours}
        onGo={go}
        onMove={(stage) => move.mutate({ stage, version: current })}
        onDelete={() => {
          remove(lead);
          leave(listPath);
        }}
      />
      {mayWrite ? (
        <LeadForm current={current} onDirty={setDirty} aside={aside} />
      ) : (
        <LeadFacts lead={lead} aside={aside} />
      )}
      <AlertDialog
        open={leaving !== undefined}
        onOpenChange={(open) => {
          if (!open) setLeaving(undefined);
        }}
        title={t('leave.title')}
        description={t('leave.description')}
        cancelLabel={t('leave.stay')}
        confirmLabel={t('leave.discard')}
        onConfirm={() => {
          if (leaving !== undefined) leave(leaving);
        }}
      />
    </>
  );
}
