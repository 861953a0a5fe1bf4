import { cva, type VariantProps } from 'class-variance-authority';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';

const badgeVariants = cva(
  'inline-flex h-5 max-w-full align-middle shrink-0 items-center gap-1 rounded-1 px-1.5 text-11 font-medium whitespace-nowrap tabular-nums',
  {
    variants: {
      tone: {
        grey: 'bg-grey-soft text-grey-ink',
        green: 'bg-green-soft text-green-ink',
        amber: 'bg-amber-soft text-amber-ink',
        red: 'bg-red-soft text-red-ink',
        teal: 'bg-teal-soft text-teal-ink',
        blue: 'bg-accent-soft text-accent-ink',
        line: 'text-grey-ink inset-ring inset-ring-line-strong',
      },
    },
    defaultVariants: { tone: 'grey' },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeVariants>['tone']>;

export type BadgeProps = {
  children: ReactNode;
  tone?: BadgeTone | undefined;
  icon?: LucideIcon | undefined;
  className?: string | undefined;
};

/** A noun or a number. Stage and ownership have their own parts. */
export function Badge({ children, tone, icon, className }: BadgeProps) {
  return (
    <span className={cn(badgeVariants({ tone }), className)}>
      {icon && <Icon icon={icon} size={12} />}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** The unread counter. `label` says what it counts, as "3 não lidas". */
export function Counter({ value, label }: { value: ReactNode; label: string }) {
  return (
    <span className="inline-flex h-4 min-w-4.5 shrink-0 items-center justify-center rounded-full bg-accent px-1.25 text-11 font-semibold text-on-accent tabular-nums">
      <span aria-hidden="true">{value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
