import { type ReactNode, useEffect, useState } from 'react';
import { cn } from './cn.ts';

/** One grey bar or circle standing for text to come. It does not shimmer. */
export function Skeleton({
  className,
  round = false,
}: {
  className?: string | undefined;
  round?: boolean | undefined;
}) {
  return (
    <span
      aria-hidden="true"
      className={cn('block bg-active', round ? 'size-5 shrink-0 rounded-full' : 'h-2 rounded-1', className)}
    />
  );
}

const widths = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-2/3'];

/** Rows with the true height of a table's rows. */
export function SkeletonRows({ rows = 12, columns = 4 }: { rows?: number | undefined; columns?: number | undefined }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_row, row) => (
        // Rows have no identity: they stand for what is not there yet.
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed list
        <div key={row} className="flex h-9 items-center gap-4 border-b border-line px-4 max-md:h-11">
          {Array.from({ length: columns }, (_column, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed list
            <span key={column} className="min-w-0 flex-1">
              <Skeleton className={widths[(row + column * 2) % widths.length]} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

export type LoadingPanelProps = {
  /** Said to screen readers, as "Carregando leads". */
  label: string;
  /** ms before the skeleton shows: a quick answer never flickers. */
  delay?: number | undefined;
  className?: string | undefined;
  /** The skeleton, in the true shape of what comes. */
  children: ReactNode;
};

export function LoadingPanel({ label, delay = 200, className, children }: LoadingPanelProps) {
  const [visible, setVisible] = useState(delay === 0);
  useEffect(() => {
    if (delay === 0) return;
    const timer = setTimeout(() => setVisible(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return (
    <div aria-busy="true" className={cn('min-h-0', className)}>
      <output className="sr-only">{visible ? label : ''}</output>
      {visible && children}
    </div>
  );
}
