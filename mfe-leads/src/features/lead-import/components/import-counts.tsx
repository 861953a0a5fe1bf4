import type { ImportCounts as Counts } from '@piloto/api-client';
import { useFormat } from '@piloto/runtime';
import { cn, StatusDot, type StatusTone } from '@piloto/ui';
import { useText } from '../../../messages.ts';

const PARTS: { key: keyof Counts; tone: StatusTone; bar: string }[] = [
  { key: 'create', tone: 'green', bar: 'bg-green' },
  { key: 'update', tone: 'blue', bar: 'bg-accent' },
  { key: 'skip', tone: 'ring', bar: 'bg-grey' },
  { key: 'error', tone: 'red', bar: 'bg-red' },
];

/** Four figures and the bar that they make together. */
export function ImportCounts({ counts, done }: { counts: Counts; done: boolean }) {
  const t = useText();
  const format = useFormat();
  const total = PARTS.reduce((sum, { key }) => sum + counts[key], 0);
  return (
    <section aria-label={t('count.title')} className="flex shrink-0 flex-col gap-3 border-b border-line p-4">
      <dl className="grid grid-cols-4 max-md:grid-cols-2 max-md:gap-y-3">
        {PARTS.map(({ key, tone }, i) => (
          <div
            key={key}
            className={cn(
              'flex flex-col',
              i > 0 && 'border-l border-line pl-4',
              i === 2 && 'max-md:border-l-0 max-md:pl-0',
            )}
          >
            <dt className="text-12 text-ink-2">
              <StatusDot tone={tone}>{t(done ? `count.did.${key}` : `count.${key}`)}</StatusDot>
            </dt>
            <dd className="text-20 font-semibold tabular-nums">{format.number(counts[key])}</dd>
            <dd className="text-12 text-ink-3">
              {t(done ? `count.didHint.${key}` : `count.hint.${key}`, { count: counts[key] })}
            </dd>
          </div>
        ))}
      </dl>
      {total > 0 && (
        <div aria-hidden="true" className="flex h-1.5 gap-px overflow-hidden rounded-full">
          {PARTS.filter(({ key }) => counts[key] > 0).map(({ key, bar }) => (
            <span key={key} className={bar} style={{ flexGrow: counts[key] / total }} />
          ))}
        </div>
      )}
    </section>
  );
}
