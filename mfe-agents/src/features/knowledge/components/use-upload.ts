import { failureText, useFormat, useRemoteProps } from '@piloto/runtime';
import { useText } from '../../../messages.ts';
import { useUploadDocument } from '../api/knowledge.ts';
import { refusalOf, SIZE_LIMIT } from '../rules.ts';

/** Sends files one after the other; each that cannot go is named with why. `busy` while one is on its way. */
export function useUpload(): { send: (files: File[]) => void; busy: boolean } {
  const t = useText();
  const format = useFormat();
  const { events } = useRemoteProps();
  const upload = useUploadDocument();
  const refuse = (name: string, detail: string): void =>
    events.emit('toast', { tone: 'error', title: t('knowledge.notSent', { name }), detail });
  const send = async (files: File[]): Promise<void> => {
    for (const file of files) {
      const refusal = refusalOf(file);
      if (refusal !== undefined) {
        refuse(file.name, t(`knowledge.refused.${refusal}`, { limit: format.bytes(SIZE_LIMIT) }));
        continue;
      }
      try {
        await upload.mutateAsync(file);
      } catch (error) {
        refuse(file.name, failureText(error));
      }
    }
  };
  return { send: (files) => void send(files), busy: upload.isPending };
}
