import { cn } from './cn.ts';

export type Stage = 'new' | 'qualified' | 'proposal' | 'negotiation' | 'won' | 'lost';

const colours: Record<Stage, string> = {
  new: 'text-grey',
  qualified: 'text-amber',
  proposal: 'text-amber',
  negotiation: 'text-accent-ink',
  won: 'text-green',
  lost: 'text-grey',
};

// Circumference of the inner circle (r = 2) is 12.57; the first number is the filled part.
const fills: Partial<Record<Stage, string>> = {
  qualified: '3.14 12.57',
  proposal: '6.28 12.57',
  negotiation: '9.42 12.57',
};

const marks: Partial<Record<Stage, string>> = {
  won: 'm4.2 7.2 1.9 1.9 3.7-4',
  lost: 'm4.8 4.8 4.4 4.4m0-4.4-4.4 4.4',
};

export type StageRingProps = {
  stage: Stage;
  label: string;
  /** In narrow lists: the ring alone, with the word as its title. */
  hideLabel?: boolean | undefined;
  className?: string | undefined;
};

/** A ring that fills as the sale advances, and the stage's word. */
export function StageRing({ stage, label, hideLabel = false, className }: StageRingProps) {
  const mark = marks[stage];
  return (
    <span
      title={hideLabel ? label : undefined}
      className={cn('inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle whitespace-nowrap', className)}
    >
      <svg aria-hidden="true" viewBox="0 0 14 14" fill="none" className={cn('size-3.5 shrink-0', colours[stage])}>
        {mark ? (
          <>
            <circle cx="7" cy="7" r="7" fill="currentColor" />
            <path d={mark} className="stroke-surface" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
          </>
        ) : (
          <circle
            cx="7"
            cy="7"
            r="6"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray={stage === 'new' ? '2.2 1.57' : undefined}
          />
        )}
        {fills[stage] && (
          <circle
            cx="7"
            cy="7"
            r="2"
            stroke="currentColor"
            strokeWidth="4"
            strokeDasharray={fills[stage]}
            transform="rotate(-90 7 7)"
          />
        )}
      </svg>
      <span className={cn('truncate', hideLabel && 'sr-only')}>{label}</span>
    </span>
  );
}
