import { Progress as Base } from '@base-ui/react/progress';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

export type ProgressProps = {
  label: string;
  hideLabel?: boolean | undefined;
  /** null while the end is not known. */
  value: number | null;
  max?: number | undefined;
  /** As "812 de 1.516"; shown at the right and read aloud. */
  valueText?: string | undefined;
  tone?: 'accent' | 'green' | 'amber' | 'red' | undefined;
  hint?: ReactNode;
  className?: string | undefined;
};

const tones = { accent: 'bg-accent', green: 'bg-green', amber: 'bg-amber', red: 'bg-red' } as const;

export function Progress({
  label,
  hideLabel = false,
  value,
  max = 100,
  valueText,
  tone = 'accent',
  hint,
  className,
}: ProgressProps) {
  const share = value === null || max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <Base.Root
      value={value}
      max={max}
      aria-valuetext={valueText}
      className={cn('flex min-w-0 flex-col gap-1.5', className)}
    >
      <div className={cn('flex items-baseline justify-between gap-3', hideLabel && 'sr-only')}>
        <Base.Label className="min-w-0 truncate font-medium">{label}</Base.Label>
        {valueText !== undefined && (
          <span aria-hidden="true" className="shrink-0 text-12 text-ink-3 tabular-nums">
            {valueText}
          </span>
        )}
      </div>
      <Base.Track className="block h-1.5 overflow-hidden rounded-full bg-active">
        {/* Scaled, not widened: only transforms may move. */}
        <span
          className={cn('block h-full origin-left transition-transform', tones[tone], value === null && 'opacity-50')}
          style={{ transform: `scaleX(${value === null ? 1 : share})` }}
        />
      </Base.Track>
      {hint !== undefined && <p className="text-12 text-ink-3">{hint}</p>}
    </Base.Root>
  );
}
