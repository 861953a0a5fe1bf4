import { zodResolver } from '@hookform/resolvers/zod';
import { errorText, failureText, placeFieldErrors, useRemoteProps } from '@piloto/runtime';
import { Button, Dialog, Field, Input } from '@piloto/ui';
import { useForm } from 'react-hook-form';
import { useText } from '../../../messages.ts';
import { useCreateAgent } from '../api/agents.ts';
import { agentSchema } from '../rules.ts';

const schema = agentSchema.pick({ name: true });

/** Asks for the name only: persona and instructions are written on the agent's own page, which opens next. */
export function CreateAgentDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useText();
  const { navigate } = useRemoteProps();
  const create = useCreateAgent();
  const form = useForm<{ name: string }>({ resolver: zodResolver(schema), defaultValues: { name: '' } });
  const { errors, isSubmitting } = form.formState;
  const close = (next: boolean): void => {
    if (!next) form.reset();
    onOpenChange(next);
  };
  const submit = form.handleSubmit(async ({ name }) => {
    try {
      const agent = await create.mutateAsync({ name });
      close(false);
      navigate(`/agentes/${agent.id}`);
    } catch (error) {
      if (!placeFieldErrors(error, ['name'], form.setError))
        form.setError('name', { type: 'server', message: failureText(error) });
    }
  });
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t('agents.create')}
      description={t('agents.createHint')}
      closeLabel={t('close')}
      onSubmit={(event) => void submit(event)}
      footer={
        <>
          <Button onClick={() => close(false)}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={isSubmitting} busyLabel={t('agents.creating')}>
            {t('agents.createAction')}
          </Button>
        </>
      }
    >
      <Field label={t('agent.name')} required error={errorText(t, errors.name)}>
        <Input autoComplete="off" {...form.register('name')} />
      </Field>
    </Dialog>
  );
}
