import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';

export type PartialBadgeProps = {
  /** As "Desatualizado". */
  label: string;
  /** When the data was right, and when it is tried again. */
  detail?: ReactNode;
  actionLabel?: string | undefined;
  onAction?: (() => void) | undefined;
  busy?: boolean | undefined;
};

/** Data stays on the screen; this says from when it is. */
export function PartialBadge({ label, detail, actionLabel, onAction, busy }: PartialBadgeProps) {
  return (
    <output className="inline-flex min-w-0 items-center gap-2 text-12 text-ink-3">
      <Badge tone="amber">{label}</Badge>
      {detail !== undefined && <span className="truncate tabular-nums">{detail}</span>}
      {actionLabel !== undefined && onAction && (
        <Button variant="ghost" size="sm" icon={RefreshCw} busy={busy} onClick={onAction}>
          {actionLabel}
        </Button>
      )}
    </output>
  );
}
