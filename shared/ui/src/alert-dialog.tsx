import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type FormEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { ControlSizeProvider } from './control-size.tsx';
import { dialogClass, scrimClass } from './dialog.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { usePortalContainer } from './portal-provider.tsx';

export type AlertDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The verb phrase of what will happen. */
  title: ReactNode;
  /** What is lost and what stays. */
  description: ReactNode;
  cancelLabel: string;
  confirmLabel: string;
  onConfirm: () => void;
  busy?: boolean | undefined;
  busyLabel?: string | undefined;
  /** Filled red unless false. */
  danger?: boolean | undefined;
  /** The act waits until `expected` has been typed, letter for letter. */
  typed?: { label: ReactNode; expected: string; hint?: ReactNode } | undefined;
  children?: ReactNode;
};

/** Asks before an act that cannot be undone. A click outside does not close it; Esc and Cancel do. */
export function AlertDialog(props: AlertDialogProps) {
  const container = usePortalContainer();
  const cancel = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Base.Root open={props.open} onOpenChange={(next) => props.onOpenChange(next)}>
      <Base.Portal container={container}>
        <Base.Backdrop className={scrimClass} />
        <Base.Popup initialFocus={props.typed ? input : cancel} className={cn(dialogClass, 'max-w-dialog')}>
          <AlertForm {...props} cancel={cancel} input={input} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type AlertFormProps = AlertDialogProps & {
  cancel: RefObject<HTMLButtonElement | null>;
  input: RefObject<HTMLInputElement | null>;
};

// Lives only while the dialog is open, so that what was typed is gone the next time.
function AlertForm({
  title,
  description,
  cancelLabel,
  confirmLabel,
  onConfirm,
  busy,
  busyLabel,
  danger = true,
  typed,
  children,
  cancel,
  input,
}: AlertFormProps) {
  const [text, setText] = useState('');
  const confirmed = typed === undefined || text.trim() === typed.expected;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (confirmed && !busy) onConfirm();
  }

  return (
    <ControlSizeProvider size="md">
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
          <Base.Title className="text-16 font-semibold wrap-anywhere">{title}</Base.Title>
          <Base.Description className="-mt-2 text-ink-2 wrap-anywhere">{description}</Base.Description>
          {children}
          {typed && (
            <Field label={typed.label} hint={typed.hint}>
              <Input
                ref={input}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                autoComplete="off"
                spellCheck={false}
              />
            </Field>
          )}
        </div>
        <div className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
          <Base.Close render={<Button ref={cancel}>{cancelLabel}</Button>} />
          <Button
            type="submit"
            variant={danger ? 'danger' : 'primary'}
            disabled={!confirmed}
            busy={busy}
            busyLabel={busyLabel}
          >
            {confirmLabel}
          </Button>
        </div>
      </form>
    </ControlSizeProvider>
  );
}
