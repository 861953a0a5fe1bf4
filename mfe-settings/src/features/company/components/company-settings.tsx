import type { OrganizationView } from '@piloto/api-client';
import { QueryFailure, useCan, useFormat } from '@piloto/runtime';
import { DescriptionList, LoadingPanel, MissingValue, Skeleton } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { FormBlock } from '../../../form-block.tsx';
import { useText } from '../../../messages.ts';
import { organizationQueries } from '../api/organization.ts';
import { maskCnpj } from '../cnpj.ts';
import { CompanyForm } from './company-form.tsx';

export function CompanySettings() {
  const t = useText();
  const format = useFormat();
  const mayWrite = useCan('organization:write');
  const { data, error, isFetching, refetch } = useQuery(organizationQueries.detail());
  if (data !== undefined)
    return (
      <div className="min-h-0 flex-1 overflow-y-auto">
        <FormBlock title={t('company.title')} description={mayWrite ? t('company.description') : t('company.readOnly')}>
          {mayWrite ? <CompanyForm current={data} /> : <CompanyFacts organization={data.organization} />}
        </FormBlock>
        <p className="px-6 py-4 text-12 text-ink-3 max-md:px-4">
          {t('company.since', { date: format.date(data.organization.created_at) })}
        </p>
      </div>
    );
  if (error !== null)
    return (
      <QueryFailure title={t('company.failed')} error={error} retrying={isFetching} onRetry={() => void refetch()} />
    );
  return (
    <LoadingPanel label={t('company.loading')}>
      <div className="flex flex-col gap-6 p-6 max-md:p-4">
        {['w-32', 'w-24', 'w-28'].map((width) => (
          <div key={width} className="flex max-w-dialog flex-col gap-2">
            <Skeleton className={width} />
            <div className="h-8 rounded-2 inset-ring inset-ring-line-strong max-md:h-11" />
          </div>
        ))}
      </div>
    </LoadingPanel>
  );
}

function CompanyFacts({ organization }: { organization: OrganizationView }) {
  const t = useText();
  return (
    <DescriptionList
      wide
      items={[
        { term: t('company.name'), value: organization.name },
        {
          term: t('company.document'),
          value:
            organization.document === null ? (
              <MissingValue label={t('company.noDocument')} />
            ) : (
              maskCnpj(organization.document)
            ),
        },
        { term: t('company.time_zone'), value: organization.time_zone },
      ]}
    />
  );
}
