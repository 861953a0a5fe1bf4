import { Fragment, type ReactNode } from 'react';
import { cn } from './cn.ts';

export type DescriptionListProps = {
  items: ReadonlyArray<{ term: string; value: ReactNode }>;
  /** Terms longer than 92 px. */
  wide?: boolean | undefined;
  className?: string | undefined;
};

export function DescriptionList({ items, wide = false, className }: DescriptionListProps) {
  return (
    <dl className={cn('grid', wide ? 'grid-cols-[160px_minmax(0,1fr)]' : 'grid-cols-[92px_minmax(0,1fr)]', className)}>
      {items.map(({ term, value }) => (
        <Fragment key={term}>
          <dt className="py-1.5 pr-2 text-12 text-ink-3">{term}</dt>
          <dd className="flex min-h-7 min-w-0 flex-wrap content-center items-center gap-x-1.5 gap-y-1 py-1 wrap-anywhere">
            {value}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
