import { ProfileSettings } from '../features/profile/components/profile-settings.tsx';
import { useText } from '../messages.ts';
import { SettingsSection } from '../section/settings-section.tsx';

export function ProfilePage() {
  const t = useText();
  return (
    <SettingsSection title={t('section.profile')}>
      <ProfileSettings />
    </SettingsSection>
  );
}
