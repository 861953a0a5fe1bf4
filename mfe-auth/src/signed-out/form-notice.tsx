import { cn, Icon } from '@piloto/ui';
import { CircleAlert, Clock } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { tone?: 'red' | 'amber'; title?: string; children: ReactNode; action?: ReactNode };

/** What concerns the whole form: said at once to a screen reader, and drawn above the button it concerns. */
export function FormNotice({ tone = 'red', title, children, action }: Props) {
  return (
    <div
      role="alert"
      className={cn(
        'flex items-start gap-2 rounded-2 px-3 py-2 text-12',
        tone === 'red' ? 'bg-red-soft text-red-ink' : 'bg-amber-soft text-amber-ink',
      )}
    >
      <Icon icon={tone === 'red' ? CircleAlert : Clock} size={14} className="mt-px" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        <p>{children}</p>
        {action !== undefined && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
