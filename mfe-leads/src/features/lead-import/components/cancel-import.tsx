import { failureText, useRemoteProps } from '@piloto/runtime';
import { AlertDialog, Button } from '@piloto/ui';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../messages.ts';
import { type ImportView, useImportSteps } from '../api/imports.ts';

/** Ends an import. What is written already stays, so a running one asks first. */
export function CancelImport({ view }: { view: ImportView }) {
  const t = useText();
  const { events } = useRemoteProps();
  const { cancel } = useImportSteps(view.id);
  const [asking, setAsking] = useState(false);
  const run = async (): Promise<void> => {
    try {
      await cancel.mutateAsync();
    } catch (error) {
      events.emit('toast', { tone: 'error', title: t('cancel.failed'), detail: failureText(error) });
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <Button variant="ghost" icon={X} iconOnlyBelow="md" onClick={() => setAsking(true)}>
        {t('cancel.button')}
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('cancel.title')}
        description={t(view.state === 'running' ? 'cancel.running' : 'cancel.waiting')}
        cancelLabel={t('cancel.back')}
        confirmLabel={t('cancel.button')}
        busy={cancel.isPending}
        busyLabel={t('cancel.busy')}
        onConfirm={() => void run()}
      />
    </>
  );
}
