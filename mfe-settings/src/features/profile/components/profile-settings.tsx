import { QueryFailure } from '@piloto/runtime';
import { LoadingPanel, Skeleton } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../messages.ts';
import { meQueries } from '../api/me.ts';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { PreferenceForm } from './preference-form.tsx';

export function ProfileSettings() {
  const t = useText();
  const { data, error, isFetching, refetch } = useQuery(meQueries.me());
  if (data !== undefined)
    return (
      <div className="min-h-0 flex-1 overflow-y-auto">
        <NameForm me={data} />
        <PreferenceForm me={data} />
        <PasswordForm email={data.email} />
      </div>
    );
  if (error !== null)
    return (
      <QueryFailure title={t('profile.failed')} error={error} retrying={isFetching} onRetry={() => void refetch()} />
    );
  return (
    <LoadingPanel label={t('profile.loading')}>
      <div className="flex flex-col gap-6 p-6 max-md:p-4">
        {['w-40', 'w-56', 'w-40', 'w-48'].map((width, row) => (
          <div key={`${width}-${row}`} className="flex max-w-dialog flex-col gap-2">
            <Skeleton className={width} />
            <div className="h-8 rounded-2 inset-ring inset-ring-line-strong max-md:h-11" />
          </div>
        ))}
      </div>
    </LoadingPanel>
  );
}
