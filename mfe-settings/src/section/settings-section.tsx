import { usePageTitle } from '@piloto/runtime';
import { PageHeader } from '@piloto/ui';
import type { ReactNode } from 'react';
import { useText } from '../messages.ts';
import { SectionNav } from './section-nav.tsx';

export type SettingsSectionProps = { title: string; actions?: ReactNode; children: ReactNode };

/** What every page of the settings stands in: header, sub-navigation, and one pane that fills the rest. */
export function SettingsSection({ title, actions, children }: SettingsSectionProps) {
  const t = useText();
  usePageTitle(title);
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col bg-surface text-13 text-ink">
      <PageHeader crumb={t('section.crumb')} title={title} actions={actions} />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <SectionNav />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
      </div>
    </div>
  );
}
