import { isApiError } from '@piloto/api-client';
import { QueryFailure, usePageTitle } from '@piloto/runtime';
import { buttonVariants, EmptyPanel, LoadingPanel, PageHeader, Skeleton, SkeletonRows } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { FileX } from 'lucide-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { importQueries, type ImportView } from '../features/lead-import/api/imports.ts';
import { ColumnsStep } from '../features/lead-import/components/columns-step.tsx';
import { ResultStep } from '../features/lead-import/components/result-step.tsx';
import { SimulationStep } from '../features/lead-import/components/simulation-step.tsx';
import { stepOf } from '../features/lead-import/rules.ts';
import { useText } from '../messages.ts';

/** `/importacoes/:id` */
export function ImportPage() {
  const t = useText();
  const { id = '' } = useParams();
  const { data, error, isFetching, refetch } = useQuery(importQueries.detail(id));
  usePageTitle(data?.file_name ?? t('imports.one'));
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col bg-surface text-13 text-ink">
      {data !== undefined ? (
        <Wizard key={id} view={data} />
      ) : error === null ? (
        <LoadingPanel label={t('imports.loadingOne')} className="flex-1">
          <div className="flex h-12 items-center border-b border-line px-4 max-md:h-13">
            <Skeleton className="w-60" />
          </div>
          <div className="h-11 border-b border-line" />
          <SkeletonRows rows={10} columns={4} />
        </LoadingPanel>
      ) : (
        <>
          <PageHeader title={t('imports.one')} />
          {isApiError(error) && (error.status === 404 || error.status === 422) ? (
            <EmptyPanel
              icon={FileX}
              title={t('imports.goneTitle')}
              description={t('imports.gone')}
              action={
                <Link to="/importacoes" className={buttonVariants({ size: 'sm' })}>
                  {t('imports.back')}
                </Link>
              }
            />
          ) : (
            <QueryFailure
              title={t('imports.failedOne')}
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

const BACK = 'colunas';

function Wizard({ view }: { view: ImportView }) {
  const [search, setSearch] = useSearchParams();
  switch (stepOf(view, search.has(BACK))) {
    case 'simulation':
      return <SimulationStep view={view} onBack={() => setSearch({ [BACK]: '1' })} />;
    case 'result':
      return <ResultStep view={view} />;
    default:
      return <ColumnsStep view={view} onSimulated={() => setSearch({}, { replace: true })} />;
  }
}
