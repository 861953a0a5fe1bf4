import { zodResolver } from '@hookform/resolvers/zod';
import { isApiError } from '@piloto/api-client';
import { errorText, failureText, placeFieldErrors, useRemoteProps, useUnsaved } from '@piloto/runtime';
import { Button, Checkbox, Field, Input } from '@piloto/ui';
import { useForm } from 'react-hook-form';
import { useText } from '../../../messages.ts';
import { useChangePassword } from '../api/me.ts';
import { type PasswordFormFields, passwordSchema } from '../rules.ts';
import { FormBlock } from '../../../form-block.tsx';

const EMPTY: PasswordFormFields = { current: '', new: '', repeat: '', end_other_sessions: true };

export function PasswordForm({ email }: { email: string }) {
  const t = useText();
  const { events } = useRemoteProps();
  const changePassword = useChangePassword();
  const { register, handleSubmit, formState, setError, reset } = useForm<PasswordFormFields>({
    resolver: zodResolver(passwordSchema),
    defaultValues: EMPTY,
  });
  const { errors, isSubmitting, isDirty } = formState;
  useUnsaved('profile-password', t('password.unsaved'), isDirty);
  const save = handleSubmit(async ({ repeat: _repeat, ...fields }) => {
    try {
      const ended = await changePassword.mutateAsync(fields);
      reset(EMPTY);
      events.emit('toast', {
        tone: 'success',
        title: t('password.changed'),
        ...(fields.end_other_sessions && { detail: t('password.ended', { count: ended }) }),
      });
    } catch (error) {
      if (isApiError(error) && error.problem.code === 'wrong_password')
        setError('current', { type: 'server', message: failureText(error) }, { shouldFocus: true });
      else if (!placeFieldErrors(error, ['current', 'new'], setError))
        setError('root', { type: 'server', message: failureText(error) });
    }
  });
  return (
    <FormBlock title={t('password.title')}>
      <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        {/* Password managers keep the new password under this name. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field label={t('password.current')} required error={errorText(t, errors.current)}>
          <Input type="password" autoComplete="current-password" {...register('current')} />
        </Field>
        <Field label={t('password.new')} required hint={t('password.hint')} error={errorText(t, errors.new)}>
          <Input type="password" autoComplete="new-password" {...register('new')} />
        </Field>
        <Field label={t('password.repeat')} required error={errorText(t, errors.repeat)}>
          <Input type="password" autoComplete="new-password" {...register('repeat')} />
        </Field>
        <Checkbox
          label={t('password.endOthers')}
          description={t('password.endOthersHint')}
          {...register('end_other_sessions')}
        />
        {errors.root && (
          <p role="alert" className="text-12 text-red-ink">
            {errorText(t, errors.root)}
          </p>
        )}
        <div>
          <Button type="submit" busy={isSubmitting} busyLabel={t('password.submitting')}>
            {t('password.submit')}
          </Button>
        </div>
      </form>
    </FormBlock>
  );
}
