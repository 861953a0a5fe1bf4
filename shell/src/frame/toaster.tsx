import { Toast } from '@base-ui/react/toast';
import type { RemoteEvents } from '@piloto/contracts';
import { useMessages } from '@piloto/runtime';
import { cn, Icon, type LucideIcon } from '@piloto/ui';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';

type ToastDetail = RemoteEvents['toast'];
type Tone = ToastDetail['tone'];

const manager = Toast.createToastManager<{ tone: Tone }>();

const UNDO_TIME = 8_000;
const PLAIN_TIME = 5_000;

/** Shows a message of a remote or of the shell. Errors stay until they are closed. */
export function showToast({ tone, title, detail, undo }: ToastDetail): void {
  const id = manager.add({
    title,
    description: detail,
    type: tone,
    data: { tone },
    priority: tone === 'error' ? 'high' : 'low',
    timeout: tone === 'error' ? 0 : undo === undefined ? PLAIN_TIME : UNDO_TIME,
    ...(undo !== undefined && {
      actionProps: {
        children: undo.label,
        onClick: () => {
          manager.close(id);
          undo.run();
        },
      },
    }),
  });
}

const TONES: Record<Tone, { icon: LucideIcon; className: string }> = {
  success: { icon: CircleCheck, className: 'text-green-ink' },
  error: { icon: CircleAlert, className: 'text-red-ink' },
  info: { icon: Info, className: 'text-accent-ink' },
};

/** The one toaster of the page, bottom right; above the bottom bar on a phone. */
export function Toaster() {
  const t = useMessages('shell');
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('toast.region')}
          className="fixed right-4 bottom-4 z-50 flex w-90 max-w-[calc(100vw-32px)] flex-col gap-2 max-md:bottom-18"
        >
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const t = useMessages('shell');
  const { toasts } = Toast.useToastManager<{ tone: Tone }>();
  return toasts.map((toast) => {
    const { icon, className } = TONES[toast.data?.tone ?? 'info'];
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        swipeDirection="right"
        className="rounded-3 bg-overlay text-13 text-ink shadow-menu transition-opacity duration-(--ds-base) data-ending-style:opacity-0 data-starting-style:opacity-0"
      >
        <Toast.Content className="flex items-start gap-3 py-3 pr-2 pl-4">
          <Icon icon={icon} className={cn('mt-0.5', className)} />
          <div className="min-w-0 flex-1">
            <Toast.Title className="font-medium wrap-anywhere" />
            <Toast.Description className="text-ink-2 wrap-anywhere" />
          </div>
          {toast.actionProps !== undefined && (
            <Toast.Action className="min-h-6 shrink-0 rounded-1 px-1 font-medium text-accent-ink hover:underline max-md:min-h-11" />
          )}
          <Toast.Close
            aria-label={t('toast.close')}
            className="grid size-6 shrink-0 place-items-center rounded-1 text-ink-3 hover:bg-active max-md:size-11"
          >
            <Icon icon={X} size={14} />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}
