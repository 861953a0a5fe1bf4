import { ReadAt } from '../features/versions/components/read-at.tsx';
import { VersionsView } from '../features/versions/components/versions-view.tsx';
import { useText } from '../messages.ts';
import { SettingsSection } from '../section/settings-section.tsx';

export function VersionsPage() {
  const t = useText();
  return (
    <SettingsSection title={t('section.versions')} actions={<ReadAt />}>
      <VersionsView />
    </SettingsSection>
  );
}
