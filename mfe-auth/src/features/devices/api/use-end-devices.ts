import type { Device, DeviceList } from '@piloto/api-client';
import { useRemoteProps } from '@piloto/runtime';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureText } from '../../../failure-text.ts';
import { useText } from '../../../messages.ts';
import { devices, endDevice, endOtherDevices } from './devices.ts';

/** Ends sessions. The list shows it at once, and takes it back when the API refuses. */
export function useEndDevices() {
  const t = useText();
  const { events } = useRemoteProps();
  const cache = useQueryClient();
  const { queryKey } = devices.list();

  async function keep(stays: (device: Device) => boolean): Promise<{ before: DeviceList | undefined }> {
    await cache.cancelQueries({ queryKey });
    const before = cache.getQueryData(queryKey);
    cache.setQueryData(queryKey, (list) => list && { ...list, items: list.items.filter(stays) });
    return { before };
  }
  const undo = (error: unknown, made: { before: DeviceList | undefined } | undefined): void => {
    if (made?.before !== undefined) cache.setQueryData(queryKey, made.before);
    events.emit('toast', { tone: 'error', title: t('devices.endFailed'), detail: failureText(t, error) });
  };
  const settle = (): Promise<void> => cache.invalidateQueries({ queryKey });

  const one = useMutation({
    mutationFn: (device: Device) => endDevice(device.id),
    onMutate: (ended) => keep((device) => device.id !== ended.id),
    onSuccess: () => events.emit('toast', { tone: 'success', title: t('devices.ended', { count: 1 }) }),
    onError: (error, _device, made) => undo(error, made),
    onSettled: settle,
  });
  const others = useMutation({
    mutationFn: endOtherDevices,
    onMutate: () => keep((device) => device.current),
    onSuccess: (count) => events.emit('toast', { tone: 'success', title: t('devices.ended', { count }) }),
    onError: (error, _nothing, made) => undo(error, made),
    onSettled: settle,
  });
  return { endOne: one.mutate, endOthers: others.mutate };
}
