import type { Device } from '@piloto/api-client';
import { useFormat } from '@piloto/runtime';
import { Button, Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from '@piloto/ui';
import { useText } from '../../../messages.ts';
import { presentFirst } from '../rules.ts';
import { DeviceName, deviceTitle } from './device-name.tsx';

type Props = { items: readonly Device[]; onEnd: (device: Device) => void };

export function DeviceTable({ items, onEnd }: Props) {
  const t = useText();
  const format = useFormat();
  const seen = (device: Device): string => (device.current ? t('devices.now') : format.age(device.last_seen_at));
  return (
    <Table label={t('devices.title')}>
      <TableHead>
        <tr>
          <TableHeadCell>{t('devices.device')}</TableHeadCell>
          <TableHeadCell className="w-40 max-md:hidden">{t('devices.ip')}</TableHeadCell>
          <TableHeadCell className="w-44 max-md:hidden" numeric>
            {t('devices.created')}
          </TableHeadCell>
          <TableHeadCell className="w-40 max-md:hidden" numeric>
            {t('devices.lastSeen')}
          </TableHeadCell>
          <TableHeadCell className="w-28">
            <span className="sr-only">{t('devices.actions')}</span>
          </TableHeadCell>
        </tr>
      </TableHead>
      <TableBody>
        {presentFirst(items).map((device) => (
          <TableRow key={device.id} className="max-md:h-15">
            <TableCell>
              <DeviceName device={device} below={t('devices.below', { seen: seen(device), ip: device.ip })} />
            </TableCell>
            <TableCell className="text-ink-2 max-md:hidden">{device.ip}</TableCell>
            <TableCell numeric className="text-ink-2 max-md:hidden">
              {format.dateTime(device.created_at)}
            </TableCell>
            <TableCell numeric className="text-ink-2 max-md:hidden" title={format.dateTime(device.last_seen_at)}>
              {seen(device)}
            </TableCell>
            <TableCell className="text-right">
              {!device.current && (
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={t('devices.endNamed', { device: deviceTitle(t, device.user_agent) })}
                  onClick={() => onEnd(device)}
                >
                  {t('devices.end')}
                </Button>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
