import { Check } from 'lucide-react';
import { Fragment } from 'react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';

export type StepsProps = {
  /** Accessible name, as "Etapas da importação". */
  label: string;
  steps: ReadonlyArray<{ id: string; label: string }>;
  current: string;
  /** Added for screen readers to a step behind, as "concluída". */
  doneLabel: string;
  className?: string | undefined;
};

/** Where one is in a wizard. On phones only the present step keeps its words. */
export function Steps({ label, steps, current, doneLabel, className }: StepsProps) {
  const currentIndex = steps.findIndex((step) => step.id === current);
  return (
    <ol aria-label={label} className={cn('flex min-w-0 items-center gap-2', className)}>
      {steps.map((step, index) => {
        const done = index < currentIndex;
        const on = index === currentIndex;
        return (
          <Fragment key={step.id}>
            {index > 0 && <li aria-hidden="true" className="h-px w-6 shrink bg-line-strong" />}
            <li
              aria-current={on ? 'step' : undefined}
              className={cn(
                'inline-flex items-center gap-1.5 font-medium whitespace-nowrap',
                on ? 'min-w-0 text-ink' : done ? 'text-ink-2' : 'text-ink-3',
              )}
            >
              <span
                aria-hidden="true"
                className={cn(
                  'inline-flex size-5 shrink-0 items-center justify-center rounded-full text-11 font-semibold tabular-nums',
                  on
                    ? 'bg-accent text-on-accent'
                    : done
                      ? 'bg-green-soft text-green-ink'
                      : 'inset-ring inset-ring-line-control',
                )}
              >
                {done ? <Icon icon={Check} size={12} /> : index + 1}
              </span>
              <span className={cn('truncate', !on && 'max-md:sr-only')}>
                {step.label}
                {done && <span className="sr-only"> {doneLabel}</span>}
              </span>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}
