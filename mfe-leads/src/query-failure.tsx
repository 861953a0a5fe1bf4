import { isApiError } from '@piloto/api-client';
import { DeniedPanel, ErrorPanel } from '@piloto/ui';
import { failureText } from './failure-text.ts';
import { useText } from './messages.ts';

type Props = { title: string; error: unknown; onRetry: () => void; retrying: boolean };

/** A panel whose data could not be read. A refusal says what is missing; anything else can be tried again. */
export function QueryFailure({ title, error, onRetry, retrying }: Props) {
  const t = useText();
  if (isApiError(error) && error.status === 403)
    return <DeniedPanel title={error.problem.title} description={error.problem.detail} />;
  const id = isApiError(error) ? error.problem.request_id : '';
  return (
    <ErrorPanel
      title={title}
      description={failureText(t, error)}
      retryLabel={t('failure.retry')}
      retryingLabel={t('failure.retrying')}
      retrying={retrying}
      onRetry={onRetry}
      request={
        id === ''
          ? undefined
          : { id, label: t('failure.request'), copyLabel: t('failure.copy'), copiedLabel: t('failure.copied') }
      }
    />
  );
}
