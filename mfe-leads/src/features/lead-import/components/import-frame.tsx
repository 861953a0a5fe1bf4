import { PageHeader, Steps } from '@piloto/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../messages.ts';
import { type Step, STEPS } from '../rules.ts';

type Props = { fileName: string; step: Step; actions: ReactNode; children: ReactNode };

/** Header with the steps; every step of the wizard stands in it. */
export function ImportFrame({ fileName, step, actions, children }: Props) {
  const t = useText();
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link to="/importacoes" className="rounded-1 hover:text-ink hover:underline">
              {t('imports.title')}
            </Link>{' '}
            /
          </>
        }
        title={fileName}
        actions={actions}
      >
        <Steps
          label={t('wizard.steps')}
          steps={STEPS.map((id) => ({ id, label: t(`wizard.step.${id}`) }))}
          current={step}
          doneLabel={t('wizard.done')}
          className="max-md:hidden"
        />
      </PageHeader>
      {children}
    </>
  );
}
