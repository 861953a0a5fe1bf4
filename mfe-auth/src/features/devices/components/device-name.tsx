import type { Device } from '@piloto/api-client';
import { Badge, Icon } from '@piloto/ui';
import { Monitor, Smartphone } from 'lucide-react';
import type { Translate } from '@piloto/runtime';
import { useText } from '../../../messages.ts';
import { readUserAgent } from '../rules.ts';

/** "Chrome no Windows". */
export function deviceTitle(t: Translate, userAgent: string): string {
  const { browser, system } = readUserAgent(userAgent);
  if (browser === undefined) return system ?? t('devices.unknown');
  return system === undefined ? browser : t('devices.browserOnSystem', { browser, system });
}

/** The device in words, with what the browser said of itself one hover away. On phones the rest of the row stands below. */
export function DeviceName({ device, below }: { device: Device; below: string }) {
  const t = useText();
  return (
    <span className="flex min-w-0 items-center gap-2.5" title={device.user_agent}>
      <Icon icon={readUserAgent(device.user_agent).isHandheld ? Smartphone : Monitor} className="text-ink-3" />
      <span className="min-w-0">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{deviceTitle(t, device.user_agent)}</span>
          {device.current && <Badge tone="green">{t('devices.current')}</Badge>}
        </span>
        <span className="block truncate text-12 text-ink-3 md:hidden">{below}</span>
      </span>
    </span>
  );
}
