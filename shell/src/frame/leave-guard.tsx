import { useMessages } from '@piloto/runtime';
import { AlertDialog } from '@piloto/ui';
import { useEffect, useState } from 'react';
import { navigate } from '../navigation.ts';
import { unsaved } from '../unsaved.ts';

/** The address that a click would lead to inside the dashboard; undefined for every other click. */
function destinationOf(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return undefined;
  const { origin, pathname, search, hash } = new URL(link.href, location.href);
  if (origin !== location.origin || (pathname === location.pathname && search === location.search)) return undefined;
  return pathname + search + hash;
}

/**
 * Asks once before a link leaves something unsaved, whichever remote drew the link. It listens before anybody else does, so that no
 * router has moved when the user decides to stay. (A reload or another site: the browser asks, see `unsaved`.)
 */
export function LeaveGuard() {
  const t = useMessages('shell');
  const [pending, setPending] = useState<{ to: string; labels: string[] }>();
  useEffect(() => {
    const ask = (event: MouseEvent): void => {
      const labels = unsaved.labels();
      const to = labels.length === 0 ? undefined : destinationOf(event);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setPending({ to, labels });
    };
    document.addEventListener('click', ask, true);
    return () => document.removeEventListener('click', ask, true);
  }, []);
  return (
    <AlertDialog
      open={pending !== undefined}
      onOpenChange={(open) => {
        if (!open) setPending(undefined);
      }}
      title={t('leave.title')}
      description={t('leave.description', { what: pending?.labels.join(', ') ?? '' })}
      cancelLabel={t('leave.stay')}
      confirmLabel={t('leave.go')}
      onConfirm={() => {
        if (pending !== undefined) navigate(pending.to);
        setPending(undefined);
      }}
    />
  );
}
