import { failureText } from '@piloto/runtime';
import { isApiError } from '@piloto/api-client';
import { Button, Dialog, FileDrop, Icon } from '@piloto/ui';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../../messages.ts';
import { useUploadImport } from '../api/imports.ts';
import { ACCEPT, fileProblem } from '../rules.ts';

/** The first step: a file, by drop or by choice. What is wrong with it is said here, with what to do. */
export function UploadDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const upload = useUploadImport();
  const [problem, setProblem] = useState<string>();
  const name = upload.variables?.name ?? '';

  const send = async (file: File): Promise<void> => {
    const known = fileProblem(file);
    setProblem(known === undefined ? undefined : t(`upload.problem.${known}`, { name: file.name }));
    if (known !== undefined) return;
    try {
      const view = await upload.mutateAsync(file);
      onClose();
      void navigate(`/importacoes/${view.id}`);
    } catch (error) {
      const request = isApiError(error) ? t('upload.request', { id: error.problem.request_id }) : '';
      setProblem([failureText(error), request].filter(Boolean).join(' '));
    }
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('upload.title')}
      description={t('upload.description')}
      closeLabel={t('form.close')}
      footer={<Button onClick={onClose}>{t('form.cancel')}</Button>}
    >
      <FileDrop
        label={upload.isPending ? t('upload.busy', { name }) : t('upload.drop')}
        hint={t('upload.hint')}
        accept={ACCEPT}
        disabled={upload.isPending}
        onFiles={([file]) => {
          if (file !== undefined) void send(file);
        }}
        onRefused={([file]) => {
          if (file === undefined) return;
          const known = fileProblem(file) ?? 'notText';
          setProblem(t(`upload.problem.${known}`, { name: file.name }));
        }}
      />
      {problem !== undefined && (
        <p role="alert" className="flex items-start gap-2 text-red-ink">
          <Icon icon={CircleAlert} className="mt-0.5" />
          <span className="min-w-0 wrap-anywhere">{problem}</span>
        </p>
      )}
    </Dialog>
  );
}
