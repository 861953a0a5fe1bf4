import { CompanySettings } from '../features/company/components/company-settings.tsx';
import { useText } from '../messages.ts';
import { SettingsSection } from '../section/settings-section.tsx';

export function CompanyPage() {
  const t = useText();
  return (
    <SettingsSection title={t('section.company')}>
      <CompanySettings />
    </SettingsSection>
  );
}
