import { isApiError } from '@piloto/api-client';
import { useRemoteProps } from '@piloto/runtime';
import { Button, Field, Input } from '@piloto/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { failureText, formFailureText } from '../../../failure-text.ts';
import { useText } from '../../../messages.ts';
import { FormNotice } from '../../../signed-out/form-notice.tsx';
import { PasswordField } from '../../../signed-out/password-field.tsx';
import { CookiesRefused, signInAs } from '../api/sign-in.ts';
import { retryAfterSeconds } from '../rules.ts';
import { WaitNotice } from './wait-notice.tsx';
import { useCountdown } from './use-countdown.ts';

type Missing = { email?: true; password?: true };

/** E-mail and password. What was typed stays where it is, whatever the answer. */
export function SignInForm() {
  const t = useText();
  const { session, events } = useRemoteProps();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState<Missing>({});
  const [wait, beginWait] = useCountdown();
  const entering = useMutation({
    mutationFn: (body: { email: string; password: string }) => signInAs(body, session),
    // The account's own language and theme win over what this device had; "system" is nobody's wish.
    onSuccess: ({ user: { locale, theme } }) =>
      events.emit('preference', { locale, ...(theme !== undefined && theme !== 'system' && { theme }) }),
    onError: (error) => {
      if (isApiError(error) && error.status === 429) beginWait(retryAfterSeconds(error.headers));
      password.current?.select();
    },
  });
  const { error } = entering;
  const isWrong = isApiError(error) && error.problem.code === 'wrong_credentials';
  const isTooMany = isApiError(error) && error.status === 429;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (entering.isPending || wait > 0) return;
    const body = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const next: Missing = {
      ...(body.email === '' && { email: true }),
      ...(body.password === '' && { password: true }),
    };
    setMissing(next);
    if (next.email) email.current?.focus();
    else if (next.password) password.current?.focus();
    else entering.mutate(body);
  }
  const passwordError = missing.password ? t('signIn.passwordMissing') : isWrong ? failureText(t, error) : undefined;

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('signIn.email')} error={missing.email && t('signIn.emailMissing')}>
        <Input
          ref={email}
          size="lg"
          type="email"
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <PasswordField
        ref={password}
        label={t('signIn.password')}
        error={passwordError}
        size="lg"
        name="password"
        autoComplete="current-password"
      />
      {isTooMany && wait > 0 && <WaitNotice seconds={wait} />}
      {error !== null && !isWrong && !isTooMany && (
        <FormNotice>
          {error instanceof CookiesRefused ? t('signIn.cookiesRefused') : formFailureText(t, error)}
        </FormNotice>
      )}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        block
        busy={entering.isPending}
        busyLabel={t('signIn.entering')}
        disabled={wait > 0}
      >
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
