import { zodResolver } from '@hookform/resolvers/zod';
import type { Me } from '@piloto/api-client';
import { errorText, failureText, placeFieldErrors, useRemoteProps, useUnsaved } from '@piloto/runtime';
import { Button, Field, Input } from '@piloto/ui';
import { useForm } from 'react-hook-form';
import { useText } from '../../../messages.ts';
import { useUpdateMe } from '../api/me.ts';
import { type NameFields, nameSchema } from '../rules.ts';
import { FormBlock } from '../../../form-block.tsx';

export function NameForm({ me }: { me: Me }) {
  const t = useText();
  const { events } = useRemoteProps();
  const update = useUpdateMe();
  const { register, handleSubmit, formState, setError, reset } = useForm<NameFields>({
    resolver: zodResolver(nameSchema),
    values: { name: me.name },
    resetOptions: { keepDirtyValues: true },
  });
  const { isDirty, errors } = formState;
  useUnsaved('profile-name', t('profile.unsaved'), isDirty);
  const save = handleSubmit(async (fields) => {
    try {
      const saved = await update.mutateAsync({ name: fields.name });
      reset({ name: saved.name });
      events.emit('toast', { tone: 'success', title: t('profile.saved') });
    } catch (error) {
      if (placeFieldErrors(error, ['name'], setError)) return;
      setError('root', { type: 'server', message: failureText(error) });
    }
  });
  return (
    <FormBlock title={t('profile.identity')}>
      <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        <Field label={t('profile.name')} required error={errorText(t, errors.name)}>
          <Input autoComplete="name" {...register('name')} />
        </Field>
        <Field label={t('profile.email')} hint={t('profile.emailHint')}>
          <Input type="email" value={me.email} readOnly className="bg-subtle text-ink-2" />
        </Field>
        {errors.root && (
          <p role="alert" className="text-12 text-red-ink">
            {errorText(t, errors.root)}
          </p>
        )}
        <div>
          <Button type="submit" variant="primary" busy={formState.isSubmitting} busyLabel={t('form.saving')}>
            {t('form.save')}
          </Button>
        </div>
      </form>
    </FormBlock>
  );
}
