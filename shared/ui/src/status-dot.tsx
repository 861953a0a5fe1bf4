import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** green healthy or done, amber needs attention soon, red failed, teal the AI, blue you or in progress, grey neutral,
 * ring not started. */
export type StatusTone = 'green' | 'amber' | 'red' | 'teal' | 'blue' | 'grey' | 'ring';

const dots: Record<StatusTone, string> = {
  green: 'bg-green',
  amber: 'bg-amber',
  red: 'bg-red',
  teal: 'bg-teal',
  blue: 'bg-accent',
  grey: 'bg-grey',
  ring: 'border-[1.5px] border-grey',
};

/** A dot and its word, always together. */
export function StatusDot({
  tone,
  children,
  className,
}: {
  tone: StatusTone;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <span
      className={cn('inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle whitespace-nowrap', className)}
    >
      <span aria-hidden="true" className={cn('size-2 shrink-0 rounded-full', dots[tone])} />
      <span className="truncate">{children}</span>
    </span>
  );
}
