import { zodResolver } from '@hookform/resolvers/zod';
import { fieldErrors, isApiError } from '@piloto/api-client';
import { useRemoteProps, useUnsaved } from '@piloto/runtime';
import { Button, buttonVariants, Field, Input } from '@piloto/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import { formFailureText } from '../../../failure-text.ts';
import { useText } from '../../../messages.ts';
import { SIGN_IN } from '../../../session/return-path.ts';
import { setupState } from '../../../setup-state.ts';
import { FormNotice } from '../../../signed-out/form-notice.tsx';
import { PasswordField } from '../../../signed-out/password-field.tsx';
import { createOrganization } from '../api/set-up.ts';
import { SETUP_FIELDS, type SetupForm as Values, setupSchema } from '../rules.ts';
import { PasswordRules } from './password-rules.tsx';

/** The first visit: the organization and its owner, in one step. */
export function SetupForm() {
  const t = useText();
  const { session } = useRemoteProps();
  const cache = useQueryClient();
  const form = useForm<Values>({
    resolver: zodResolver(setupSchema),
    defaultValues: { organization: '', name: '', email: '', password: '' },
  });
  const { errors, isDirty } = form.formState;
  const password = useWatch({ control: form.control, name: 'password' });
  const creating = useMutation({
    mutationFn: (values: Values) => createOrganization(values, session),
    onSuccess: () => cache.setQueryData(setupState().queryKey, { needed: false }),
    onError: (error) => {
      for (const { field, message } of fieldErrors(error)) {
        const name = SETUP_FIELDS.find((known) => known === field);
        if (name !== undefined) form.setError(name, { type: 'server', message }, { shouldFocus: true });
      }
    },
  });
  useUnsaved('setup', t('setup.unsaved'), isDirty && !creating.isSuccess && !creating.isPending);
  const textOf = (name: keyof Values): string | undefined => {
    const error = errors[name];
    if (error?.message === undefined) return undefined;
    return error.type === 'server' ? error.message : t(error.message);
  };
  const isAtFields = SETUP_FIELDS.some((name) => errors[name]?.type === 'server');

  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((values) => {
        if (!creating.isPending) creating.mutate(values);
      })}
      className="flex flex-col gap-4"
    >
      <Field label={t('setup.organization')} error={textOf('organization')}>
        <Input {...form.register('organization')} size="lg" autoComplete="organization" />
      </Field>
      <Field label={t('setup.name')} error={textOf('name')}>
        <Input {...form.register('name')} size="lg" autoComplete="name" />
      </Field>
      <Field label={t('signIn.email')} error={textOf('email')}>
        <Input
          {...form.register('email')}
          size="lg"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <div className="flex flex-col gap-2">
        <PasswordField
          {...form.register('password')}
          label={t('signIn.password')}
          error={textOf('password')}
          size="lg"
          autoComplete="new-password"
        />
        <PasswordRules password={password} />
      </div>
      {creating.isError && !isAtFields && (
        <FormNotice
          action={
            isApiError(creating.error) && creating.error.status === 409 ? (
              <Link to={SIGN_IN} className={buttonVariants({ size: 'sm' })}>
                {t('setup.goSignIn')}
              </Link>
            ) : undefined
          }
        >
          {formFailureText(t, creating.error)}
        </FormNotice>
      )}
      {creating.data === 'signed-out' && <FormNotice>{t('signIn.cookiesRefused')}</FormNotice>}
      <Button type="submit" variant="primary" size="lg" block busy={creating.isPending} busyLabel={t('setup.creating')}>
        {t('setup.create')}
      </Button>
    </form>
  );
}
