import type { ReactNode } from 'react';
import { cn } from './cn.ts';
import { ControlSizeProvider } from './control-size.tsx';

export type PageHeaderProps = {
  /** The view's h1. */
  title: ReactNode;
  /** Before the title in ink-3, as "Configurações /". */
  crumb?: ReactNode;
  /** Beside the title: tabs, a badge, a count. */
  children?: ReactNode;
  /** At the right; the one primary action comes last. */
  actions?: ReactNode;
  className?: string | undefined;
};

/** 48 px (52 on phones) with the view's title. It never wraps: the title shrinks first. */
export function PageHeader({ title, crumb, children, actions, className }: PageHeaderProps) {
  return (
    <ControlSizeProvider size="sm">
      <header
        className={cn(
          'flex h-12 shrink-0 items-center gap-4 border-b border-line bg-surface pr-3 pl-4 max-lg:gap-2 max-md:h-13 max-md:pr-2',
          className,
        )}
      >
        <h1 className="min-w-10 truncate text-14 font-semibold">
          {crumb !== undefined && <span className="font-regular text-ink-3">{crumb} </span>}
          {title}
        </h1>
        {children}
        {actions !== undefined && <div className="ml-auto flex shrink-0 items-center gap-2">{actions}</div>}
      </header>
    </ControlSizeProvider>
  );
}
