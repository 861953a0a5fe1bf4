import { usePageTitle } from '@piloto/runtime';
import { Button, PageHeader } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { devices } from '../features/devices/api/devices.ts';
import { useEndDevices } from '../features/devices/api/use-end-devices.ts';
import { DeviceListPanel } from '../features/devices/components/device-list.tsx';
import { EndOthersDialog } from '../features/devices/components/end-others-dialog.tsx';
import { useText } from '../messages.ts';

const SETTINGS_PATH = '/configuracoes';

export function SessionsPage() {
  const t = useText();
  usePageTitle(t('devices.title'));
  const others = useQuery(devices.list()).data?.items.filter(({ current }) => !current).length ?? 0;
  const { endOne, endOthers } = useEndDevices();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface text-13 text-ink">
      <PageHeader
        crumb={
          <>
            <Link to={SETTINGS_PATH} className="text-ink-3 hover:text-ink hover:underline">
              {t('devices.settings')}
            </Link>
            {' /'}
          </>
        }
        title={t('devices.title')}
        actions={
          others > 0 && (
            <Button icon={LogOut} onClick={() => setAsking(true)}>
              {t('devices.endOthers')}
            </Button>
          )
        }
      />
      <DeviceListPanel onEnd={endOne} />
      <EndOthersDialog
        count={others}
        open={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => {
          setAsking(false);
          endOthers();
        }}
      />
    </div>
  );
}
