import { AlertDialog } from '@piloto/ui';
import { useText } from '../../../messages.ts';

type Props = { count: number; open: boolean; onOpenChange: (open: boolean) => void; onConfirm: () => void };

export function EndOthersDialog({ count, open, onOpenChange, onConfirm }: Props) {
  const t = useText();
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('devices.endOthersTitle')}
      description={t('devices.endOthersDescription', { count })}
      cancelLabel={t('devices.cancel')}
      confirmLabel={t('devices.endOthersConfirm', { count })}
      onConfirm={onConfirm}
    />
  );
}
