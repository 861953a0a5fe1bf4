import { LoadingPanel, Skeleton } from '@piloto/ui';
import { useText } from '../../../messages.ts';

const FIELDS = ['w-16', 'w-20', 'w-24', 'w-14', 'w-20', 'w-16', 'w-24', 'w-12'];

export function LeadLoading() {
  const t = useText();
  return (
    <LoadingPanel label={t('detail.loading')} className="flex-1">
      <div className="flex h-12 items-center border-b border-line px-4 max-md:h-13">
        <Skeleton className="w-40" />
      </div>
      <div className="grid max-w-3xl grid-cols-2 gap-4 px-6 py-5 max-md:grid-cols-1 max-md:px-4">
        {FIELDS.map((width, i) => (
          // Fields have no identity before they come.
          // oxlint-disable-next-line react/no-array-index-key -- a fixed list
          <div key={i} className="flex flex-col gap-2">
            <Skeleton className={width} />
            <div className="h-8 rounded-2 inset-ring inset-ring-line-strong max-md:h-11" />
          </div>
        ))}
      </div>
    </LoadingPanel>
  );
}
