import { cn } from './cn.ts';

export type ScoreProps = {
  /** 0 to 100. */
  value: number;
  /** What the number is, for screen readers, as "Pontuação". */
  label?: string | undefined;
  className?: string | undefined;
};

/** The number is the information; the 28 px bar repeats it, green from 70. */
export function Score({ value, label, className }: ScoreProps) {
  const width = Math.min(100, Math.max(0, value));
  return (
    <span className={cn('inline-flex items-center justify-end align-middle gap-2 tabular-nums', className)}>
      <span aria-hidden="true" className="h-1 w-7 shrink-0 overflow-hidden rounded-full bg-active">
        <span className={cn('block h-full', value >= 70 ? 'bg-green' : 'bg-ink-3')} style={{ width: `${width}%` }} />
      </span>
      <span>
        {label !== undefined && <span className="sr-only">{label} </span>}
        {value}
      </span>
    </span>
  );
}
