import { cn } from './cn.ts';

/** The mark. `label` is left out where the product's name stands beside it. */
export function Logo({
  size = 24,
  label,
  className,
}: {
  size?: number | undefined;
  label?: string | undefined;
  className?: string | undefined;
}) {
  const naming =
    label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const);
  return (
    <svg {...naming} width={size} height={size} viewBox="0 0 32 32" className={cn('shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-ink" />
      <path d="M23.5 8.5 8 14.6l6.6 2.8z" className="fill-surface" />
      <path d="M23.5 8.5 17.4 24l-2.8-6.6z" className="fill-surface" opacity=".62" />
    </svg>
  );
}
