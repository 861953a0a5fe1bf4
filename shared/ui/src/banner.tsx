import { cva, type VariantProps } from 'class-variance-authority';
import { Info, type LucideIcon, TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';
import { ControlSizeProvider } from './control-size.tsx';
import { Icon } from './icon.tsx';

const bannerVariants = cva(
  'flex min-h-9 shrink-0 items-center gap-2 border-b border-line py-1 pr-3 pl-4 text-13 text-ink',
  {
    variants: {
      tone: {
        amber: 'bg-amber-soft [&>svg]:text-amber-ink',
        red: 'bg-red-soft [&>svg]:text-red-ink',
        blue: 'bg-accent-soft [&>svg]:text-accent-ink',
      },
    },
    defaultVariants: { tone: 'amber' },
  },
);

export type BannerProps = {
  tone?: VariantProps<typeof bannerVariants>['tone'];
  icon?: LucideIcon | undefined;
  /** The bold fact. */
  fact: ReactNode;
  consequence?: ReactNode;
  /** One action. */
  action?: ReactNode;
  className?: string | undefined;
};

/** Full width under the header. It stays while its fact lasts, so it has no close button. */
export function Banner({ tone, icon, fact, consequence, action, className }: BannerProps) {
  return (
    <ControlSizeProvider size="sm">
      <div role={tone === 'red' ? 'alert' : 'status'} className={cn(bannerVariants({ tone }), className)}>
        <Icon icon={icon ?? (tone === 'blue' ? Info : TriangleAlert)} />
        <p className="min-w-0 wrap-anywhere">
          <strong className="font-semibold">{fact}</strong>
          {consequence !== undefined && <> {consequence}</>}
        </p>
        {action !== undefined && <div className="ml-auto shrink-0">{action}</div>}
      </div>
    </ControlSizeProvider>
  );
}

/** Once for the whole page; no panel turns red because of it. Says that drafts are kept. */
export function OfflineBanner({ fact, consequence }: { fact: ReactNode; consequence: ReactNode }) {
  return <Banner icon={WifiOff} fact={fact} consequence={consequence} />;
}
