import { CircleAlert, Inbox, Lock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { ControlSizeProvider } from './control-size.tsx';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';

type StateFrameProps = {
  icon: LucideIcon;
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  detail?: ReactNode;
  role?: 'alert' | undefined;
  className?: string | undefined;
};

/** All states share one box, so that a panel does not move when its state changes. */
function StateFrame({ icon, title, description, action, detail, role, className }: StateFrameProps) {
  return (
    <ControlSizeProvider size="sm">
      <div
        role={role}
        className={cn('flex h-full min-h-60 flex-col items-center justify-center px-6 py-8 text-center', className)}
      >
        <Icon icon={icon} size={20} className="mb-3 text-ink-3" />
        <h2 className="text-14 font-semibold">{title}</h2>
        {description !== undefined && (
          <p className="mt-1 max-w-90 text-balance text-ink-2 wrap-anywhere">{description}</p>
        )}
        {action !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
        {detail}
      </div>
    </ControlSizeProvider>
  );
}

export type EmptyPanelProps = {
  icon?: LucideIcon | undefined;
  title: ReactNode;
  /** Empty at first: what appears here. Empty by filter: which filters hide how many rows. */
  description?: ReactNode;
  /** The one action. */
  action?: ReactNode;
  className?: string | undefined;
};

export function EmptyPanel({ icon = Inbox, ...rest }: EmptyPanelProps) {
  return <StateFrame icon={icon} {...rest} />;
}

export type ErrorPanelProps = {
  title: ReactNode;
  /** The cause in plain words and what remains safe. */
  description?: ReactNode;
  retryLabel: string;
  onRetry: () => void;
  retrying?: boolean | undefined;
  retryingLabel?: string | undefined;
  /** The id to quote to support, and the words around it. */
  request?: { id: string; label: string; copyLabel: string; copiedLabel: string } | undefined;
  /** A second action, as "Recarregar a página". */
  action?: ReactNode;
  className?: string | undefined;
};

export function ErrorPanel({
  title,
  description,
  retryLabel,
  onRetry,
  retrying,
  retryingLabel,
  request,
  action,
  className,
}: ErrorPanelProps) {
  return (
    <StateFrame
      icon={CircleAlert}
      role="alert"
      title={title}
      description={description}
      className={className}
      action={
        <>
          <Button onClick={onRetry} busy={retrying} busyLabel={retryingLabel}>
            {retryLabel}
          </Button>
          {action}
        </>
      }
      detail={
        request && (
          <div className="mt-4 flex max-w-full items-center gap-1.5 text-12 text-ink-3">
            <span className="min-w-0 wrap-anywhere">
              {request.label} <span className="font-mono">{request.id}</span>
            </span>
            <CopyButton text={request.id} label={request.copyLabel} copiedLabel={request.copiedLabel} />
          </div>
        )
      }
    />
  );
}

export type DeniedPanelProps = {
  title: ReactNode;
  /** The missing permission by its name and who can grant it. */
  description: ReactNode;
  action?: ReactNode;
  className?: string | undefined;
};

export function DeniedPanel(props: DeniedPanelProps) {
  return <StateFrame icon={Lock} {...props} />;
}
