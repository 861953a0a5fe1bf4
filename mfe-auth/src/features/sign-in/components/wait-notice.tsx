import { useText } from '../../../messages.ts';
import { FormNotice } from '../../../signed-out/form-notice.tsx';
import { splitWait } from '../rules.ts';

/** Too many attempts: said once, while the seconds run only for the eye. */
export function WaitNotice({ seconds }: { seconds: number }) {
  const t = useText();
  const { minutes, seconds: rest } = splitWait(seconds);
  const time = minutes > 0 ? t('signIn.waitMinutes', { minutes, seconds: rest }) : t('signIn.waitSeconds', { seconds });
  return (
    <FormNotice tone="amber" title={t('signIn.tooMany')}>
      {t('signIn.tooManyDetail')}{' '}
      <span aria-live="off" className="tabular-nums">
        {time}
      </span>
    </FormNotice>
  );
}
