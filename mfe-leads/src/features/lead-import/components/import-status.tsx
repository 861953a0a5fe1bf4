import { StatusDot, type StatusTone } from '@piloto/ui';
import { useText } from '../../../messages.ts';
import type { ImportSummary } from '../api/imports.ts';

const TONES: Record<ImportSummary['state'], StatusTone> = {
  uploaded: 'ring',
  checked: 'ring',
  running: 'blue',
  done: 'green',
  cancelled: 'grey',
  failed: 'red',
};

/** A finished import with rows that did not go in is amber: somebody has to look at them. */
export function ImportStatus({ item }: { item: ImportSummary }) {
  const t = useText();
  const isPartial = item.state === 'done' && (item.counts?.error ?? 0) > 0;
  return (
    <StatusDot tone={isPartial ? 'amber' : TONES[item.state]}>
      {t(isPartial ? 'imports.state.partial' : `imports.state.${item.state}`)}
    </StatusDot>
  );
}
