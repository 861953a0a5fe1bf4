import { zodResolver } from '@hookform/resolvers/zod';
import { errorText, failureText, placeFieldErrors } from '@piloto/runtime';
import { Button, Dialog, Field, Input, Textarea } from '@piloto/ui';
import { useForm } from 'react-hook-form';
import { useText } from '../../../messages.ts';
import { useAddText } from '../api/knowledge.ts';
import { type TextFields, textSchema } from '../rules.ts';

export function AddTextDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useText();
  const add = useAddText();
  const form = useForm<TextFields>({ resolver: zodResolver(textSchema), defaultValues: { title: '', text: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (fields) => {
    try {
      await add.mutateAsync(fields);
      form.reset();
      onOpenChange(false);
    } catch (error) {
      // The dialog stays as it is: what was typed is not lost.
      if (!placeFieldErrors(error, ['title', 'text'], form.setError))
        form.setError('root', { type: 'server', message: failureText(error) });
    }
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={t('knowledge.addText')}
      description={t('knowledge.addTextHint')}
      closeLabel={t('close')}
      onSubmit={(event) => void submit(event)}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={isSubmitting} busyLabel={t('knowledge.adding')}>
            {t('knowledge.addTextAction')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('knowledge.textTitle')} required error={errorText(t, errors.title)}>
          <Input autoComplete="off" {...form.register('title')} />
        </Field>
        <Field label={t('knowledge.text')} required error={errorText(t, errors.text ?? errors.root)}>
          <Textarea rows={10} {...form.register('text')} />
        </Field>
      </div>
    </Dialog>
  );
}
