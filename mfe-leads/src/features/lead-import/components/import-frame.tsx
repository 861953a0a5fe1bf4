import { Icon, PageHeader, Steps } from '@piloto/ui';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../messages.ts';
import { type Step, STEPS } from '../rules.ts';

type Props = { fileName: string; step: Step; actions: ReactNode; children: ReactNode };

/** Header with the steps; every step of the wizard stands in it. */
export function ImportFrame({ fileName, step, actions, children }: Props) {
  const t = useText();
  const steps = (
    <Steps
      label={t('wizard.steps')}
      steps={STEPS.map((id) => ({ id, label: t(`wizard.step.${id}`) }))}
      current={step}
      doneLabel={t('wizard.done')}
    />
  );
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link
              to="/importacoes"
              className="rounded-1 hover:text-ink hover:underline max-md:inline-flex max-md:size-11 max-md:items-center max-md:align-middle"
            >
              <Icon icon={ArrowLeft} className="md:hidden" />
              <span className="max-md:sr-only">{t('imports.title')}</span>
            </Link>{' '}
            <span className="max-md:hidden">/</span>
          </>
        }
        title={fileName}
        actions={actions}
      >
        <span className="flex min-w-0 max-md:hidden">{steps}</span>
      </PageHeader>
      <div className="hidden h-11 shrink-0 items-center border-b border-line px-4 max-md:flex">{steps}</div>
      {children}
    </>
  );
}
