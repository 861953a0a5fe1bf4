import { DeniedPanel, ErrorPanel } from '@piloto/ui';
import { failureText, problemOf } from './failure-text.ts';
import { useMessages } from './messages.ts';

type Props = {
  /** What could not be shown, as "Não foi possível carregar os agentes". */
  title: string;
  error: unknown;
  onRetry: () => void;
  retrying: boolean;
};

/** Stands where data could not be read. A refusal says what is missing; anything else can be tried again, with the id for support. */
export function QueryFailure({ title, error, onRetry, retrying }: Props) {
  const t = useMessages('runtime');
  const problem = problemOf(error);
  if (problem?.status === 403) return <DeniedPanel title={problem.title} description={problem.detail} />;
  return (
    <ErrorPanel
      title={title}
      description={failureText(error)}
      retryLabel={t('failure.retry')}
      retryingLabel={t('failure.retrying')}
      retrying={retrying}
      onRetry={onRetry}
      request={
        problem === undefined || problem.request_id === ''
          ? undefined
          : {
              id: problem.request_id,
              label: t('failure.request'),
              copyLabel: t('failure.copy'),
              copiedLabel: t('failure.copied'),
            }
      }
    />
  );
}
