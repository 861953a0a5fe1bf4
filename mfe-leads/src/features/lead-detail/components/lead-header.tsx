import { useCan, useFormat } from '@piloto/runtime';
import { Icon, IconButton, Menu, MenuItem, PageHeader, StageRing } from '@piloto/ui';
import { ArrowLeft, ChevronDown, ChevronUp, Ellipsis, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import type { Lead } from '../../../lead/queries.ts';
import type { Stage } from '../../../lead/stages.ts';
import { useText } from '../../../messages.ts';
import { useShortcuts } from '../../../shortcuts.ts';
import type { Neighbours } from '../use-neighbours.ts';
import { StageMenu } from './stage-menu.tsx';

type Props = {
  lead: Lead;
  /** The list as it was. */
  listPath: string;
  neighbours: Neighbours;
  onGo: (to: string | Lead) => void;
  onMove: (stage: Stage) => void;
  onDelete: () => void;
};

export function LeadHeader({ lead, listPath, neighbours, onGo, onMove, onDelete }: Props) {
  const t = useText();
  const format = useFormat();
  const mayWrite = useCan('leads:write');
  const { place, total, before, after } = neighbours;
  const go = (to: Lead | undefined) => (): void => {
    if (to !== undefined) onGo(to);
  };
  useShortcuts({ j: go(after), k: go(before) });
  return (
    <PageHeader
      crumb={
        <>
          <Link
            to={listPath}
            className="rounded-1 hover:text-ink hover:underline max-md:inline-flex max-md:size-11 max-md:items-center max-md:align-middle"
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onGo(listPath);
            }}
          >
            <Icon icon={ArrowLeft} className="md:hidden" />
            <span className="max-md:sr-only">{t('list.title')}</span>
          </Link>{' '}
          <span className="max-md:hidden">/</span>
        </>
      }
      title={lead.name}
      actions={
        <>
          {place !== undefined && total !== undefined && (
            <span className="text-12 text-ink-3 tabular-nums max-md:hidden">
              {t(total.exact ? 'detail.place' : 'detail.placeMore', {
                place: format.number(place),
                total: format.number(total.value),
              })}
            </span>
          )}
          <IconButton
            icon={ChevronUp}
            label={t('detail.before')}
            shortcut="K"
            className="max-md:hidden"
            disabled={before === undefined}
            onClick={go(before)}
          />
          <IconButton
            icon={ChevronDown}
            label={t('detail.after')}
            shortcut="J"
            className="max-md:hidden"
            disabled={after === undefined}
            onClick={go(after)}
          />
          {mayWrite ? (
            <>
              <StageMenu stage={lead.stage} onMove={onMove} />
              <Menu
                align="end"
                trigger={<IconButton icon={Ellipsis} label={t('detail.moreActions')} tooltip={false} />}
              >
                <MenuItem icon={Trash2} danger onSelect={onDelete}>
                  {t('detail.delete')}
                </MenuItem>
              </Menu>
            </>
          ) : (
            <StageRing stage={lead.stage} label={t(`stage.${lead.stage}`)} />
          )}
        </>
      }
    />
  );
}
