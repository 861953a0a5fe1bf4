import { usePageTitle, useRemoteProps, useSessionData } from '@piloto/runtime';
import { Button, buttonVariants } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { failureText } from '../failure-text.ts';
import { SetupForm } from '../features/setup/components/setup-form.tsx';
import { useText } from '../messages.ts';
import { HOME, SIGN_IN } from '../session/return-path.ts';
import { setupState } from '../setup-state.ts';
import { FormNotice } from '../signed-out/form-notice.tsx';
import { PlainFrame } from '../signed-out/plain-frame.tsx';
import { useSettled } from '../signed-out/use-settled.ts';

export function CreateAccountPage() {
  const t = useText();
  const { navigate } = useRemoteProps();
  usePageTitle(t('setup.title'));
  const setup = useQuery(setupState());
  const isSignedIn = useSessionData() !== undefined;
  useEffect(() => {
    if (isSignedIn) navigate(HOME, { replace: true });
  }, [isSignedIn, navigate]);

  const isDecided = useSettled(!setup.isPending);
  if (!isDecided || isSignedIn) return null;
  if (setup.data?.needed === false)
    return (
      <PlainFrame title={t('setup.doneTitle')} lead={t('setup.doneLead')}>
        <Link to={SIGN_IN} className={buttonVariants({ variant: 'primary', size: 'lg', block: true })}>
          {t('setup.goSignIn')}
        </Link>
      </PlainFrame>
    );
  return (
    <PlainFrame title={t('setup.title')} lead={t('setup.lead')}>
      {setup.isError && (
        <div className="mb-4">
          <FormNotice
            title={t('signIn.unavailable')}
            action={
              <Button size="sm" busy={setup.isFetching} onClick={() => void setup.refetch()}>
                {t('failure.retry')}
              </Button>
            }
          >
            {failureText(t, setup.error)}
          </FormNotice>
        </div>
      )}
      <SetupForm />
    </PlainFrame>
  );
}
