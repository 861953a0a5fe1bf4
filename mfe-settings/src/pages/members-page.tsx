import { MemberList } from '../features/members/components/member-list.tsx';
import { useText } from '../messages.ts';
import { SettingsSection } from '../section/settings-section.tsx';

export function MembersPage() {
  const t = useText();
  return (
    <SettingsSection title={t('section.members')}>
      <MemberList />
    </SettingsSection>
  );
}
