import { usePageTitle, useRemoteProps, useSessionData } from '@piloto/runtime';
import { Button } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { failureText } from '../failure-text.ts';
import { SignInForm } from '../features/sign-in/components/sign-in-form.tsx';
import { useText } from '../messages.ts';
import { returnPathOf, SETUP } from '../session/return-path.ts';
import { setupState } from '../setup-state.ts';
import { FormNotice } from '../signed-out/form-notice.tsx';
import { PlainFrame } from '../signed-out/plain-frame.tsx';
import { useSettled } from '../signed-out/use-settled.ts';

export function SignInPage() {
  const t = useText();
  const { navigate, session } = useRemoteProps();
  usePageTitle(t('signIn.pageTitle'));
  const setup = useQuery(setupState());
  const isSignedIn = useSessionData() !== undefined;
  const isFirstVisit = setup.data?.needed === true;

  useEffect(() => {
    if (isSignedIn) navigate(returnPathOf(location.search), { replace: true });
    else if (isFirstVisit) navigate(SETUP, { replace: true });
  }, [isSignedIn, isFirstVisit, navigate]);

  // On the first visit this page is left at once; who waits for a slow answer may already type.
  const isDecided = useSettled(!setup.isPending);
  if (!isDecided || isSignedIn || isFirstVisit) return null;
  const retry = (): void => {
    void setup.refetch();
    void session.load();
  };
  return (
    <PlainFrame title={t('signIn.title')} lead={t('signIn.lead')}>
      {setup.isError && (
        <div className="mb-4">
          <FormNotice
            title={t('signIn.unavailable')}
            action={
              <Button size="sm" busy={setup.isFetching} onClick={retry}>
                {t('failure.retry')}
              </Button>
            }
          >
            {failureText(t, setup.error)}
          </FormNotice>
        </div>
      )}
      <SignInForm />
      <p className="mt-4 text-12 text-ink-3">{t('signIn.noAccount')}</p>
    </PlainFrame>
  );
}
