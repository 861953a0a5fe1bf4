import type { ReactNode } from 'react';
import { cn } from './cn.ts';
import { ControlSizeProvider } from './control-size.tsx';

export type ToolbarProps = {
  /** Accessible name of the group, as "Filtros". */
  label: string;
  children: ReactNode;
  /** At the right. */
  end?: ReactNode;
  className?: string | undefined;
};

/** 44 px bar under the header; 28 px controls. */
export function Toolbar({ label, children, end, className }: ToolbarProps) {
  return (
    <ControlSizeProvider size="sm">
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would need a visible legend and resets
        role="group"
        aria-label={label}
        className={cn(
          'flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface pr-3 pl-4 max-md:h-13 max-md:pr-2',
          className,
        )}
      >
        {children}
        {end !== undefined && <div className="ml-auto flex max-w-full shrink-0 items-center gap-2">{end}</div>}
      </div>
    </ControlSizeProvider>
  );
}

/** A hairline between groups of a bar. */
export function ToolbarSeparator() {
  return <span aria-hidden="true" className="h-4 w-px shrink-0 bg-line-strong" />;
}

export type FooterBarProps = {
  children: ReactNode;
  end?: ReactNode;
  /** The action bar of a selection: same height, accent-soft. */
  selection?: boolean | undefined;
  className?: string | undefined;
};

/** 40 px bar at the end of a list: totals, or the actions on what is selected. */
export function FooterBar({ children, end, selection = false, className }: FooterBarProps) {
  return (
    <ControlSizeProvider size="sm">
      <div
        className={cn(
          'flex h-10 shrink-0 items-center gap-3 border-t pr-3 pl-4 tabular-nums max-md:h-13',
          selection
            ? 'border-accent-line bg-accent-soft text-13 text-ink'
            : 'border-line bg-surface text-12 text-ink-3',
          className,
        )}
      >
        {children}
        {end !== undefined && <div className="ml-auto flex max-w-full shrink-0 items-center gap-2">{end}</div>}
      </div>
    </ControlSizeProvider>
  );
}
