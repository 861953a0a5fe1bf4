import { Button, Menu, MenuItem, StageRing } from '@piloto/ui';
import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { STAGES, type Stage } from '../../../lead/stages.ts';
import { useText } from '../../../messages.ts';
import { useShortcuts } from '../../../shortcuts.ts';

type Props = { stage: Stage; onMove: (stage: Stage) => void };

/** S opens it, then 1 to 6 choose. */
export function StageMenu({ stage, onMove }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  useShortcuts({ s: () => setOpen(true) });
  useEffect(() => {
    if (!open) return;
    // Caught on its way down: the menu takes figures for the beginning of an item's name.
    const onKeyDown = (event: KeyboardEvent): void => {
      const chosen = /^[1-6]$/.test(event.key) ? STAGES[Number(event.key) - 1] : undefined;
      if (chosen === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      if (chosen !== stage) onMove(chosen);
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [open, stage, onMove]);
  return (
    <Menu
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" iconEnd={ChevronDown} shortcut="S">
          <span className="sr-only">{t('detail.stageIs')}</span>
          <StageRing stage={stage} label={t(`stage.${stage}`)} />
        </Button>
      }
    >
      {STAGES.map((one, i) => (
        <MenuItem
          key={one}
          checked={one === stage}
          shortcut={String(i + 1)}
          onSelect={() => {
            if (one !== stage) onMove(one);
          }}
        >
          <StageRing stage={one} label={t(`stage.${one}`)} />
        </MenuItem>
      ))}
    </Menu>
  );
}
