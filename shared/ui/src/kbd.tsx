import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** One key of a shortcut. */
export function Kbd({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <kbd
      className={cn(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-1 bg-hover px-1 font-sans text-11 font-medium text-ink-3 inset-ring inset-ring-line',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
