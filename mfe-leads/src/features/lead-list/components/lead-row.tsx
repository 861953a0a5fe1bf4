import { useFormat } from '@piloto/runtime';
import { Avatar, MissingValue, Score, StageRing, TableCell } from '@piloto/ui';
import type { ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import type { Lead } from '../../../lead/queries.ts';
import { useText } from '../../../messages.ts';
import { type Column, SHAPES } from '../columns.ts';
import { dropped } from './lead-head.tsx';

type CellsProps = { lead: Lead; columns: readonly Column[]; to: string; linkRef: Ref<HTMLAnchorElement> | undefined };

export function LeadCells({ lead, columns, to, linkRef }: CellsProps) {
  return (
    <>
      <TableCell title={lead.name}>
        <Link to={to} ref={linkRef} className="rounded-1 font-medium text-ink hover:underline">
          {lead.name}
        </Link>
      </TableCell>
      {columns.map((column) => (
        <TableCell key={column} numeric={SHAPES[column].numeric} className={dropped(column)}>
          <LeadValue lead={lead} column={column} />
        </TableCell>
      ))}
    </>
  );
}

function LeadValue({ lead, column }: { lead: Lead; column: Column }): ReactNode {
  const t = useText();
  const format = useFormat();
  const missing = <MissingValue label={t('list.missing')} />;
  switch (column) {
    case 'company':
      return lead.company === null ? missing : <Plain text={lead.company} />;
    case 'source':
      return lead.source === null ? missing : <Plain text={lead.source} />;
    case 'stage':
      return <StageRing stage={lead.stage} label={t(`stage.${lead.stage}`)} />;
    case 'score':
      return <Score value={lead.score} />;
    case 'value':
      return lead.value === null ? missing : format.amount(lead.value);
    case 'owner':
      return lead.owner === null ? (
        missing
      ) : (
        <span title={lead.owner.name} className="flex items-center gap-2">
          <Avatar name={lead.owner.name} />
          <span className="truncate">{lead.owner.name}</span>
        </span>
      );
    case 'created_at':
    case 'updated_at':
      return (
        <time dateTime={lead[column]} title={format.dateTime(lead[column])} className="text-ink-3">
          {format.age(lead[column])}
        </time>
      );
  }
}

const Plain = ({ text }: { text: string }) => (
  <span title={text} className="text-ink-2">
    {text}
  </span>
);

/** On phones a row is one cell of three lines: name and age, company and value, stage and score. */
export function NarrowLeadCell({ lead, to, linkRef }: Omit<CellsProps, 'columns'>) {
  const t = useText();
  const format = useFormat();
  return (
    <TableCell className="py-2.5 whitespace-normal">
      <Link to={to} ref={linkRef} className="flex flex-col gap-1 text-12 text-ink-3">
        <span className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate text-14 font-medium text-ink">{lead.name}</span>
          <time dateTime={lead.updated_at}>{format.age(lead.updated_at)}</time>
        </span>
        <span className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate text-13 text-ink-2">
            {[lead.company, lead.owner?.name].filter(Boolean).join(' · ') || t('list.noCompany')}
          </span>
          {lead.value !== null && (
            <span className="text-13 text-ink tabular-nums">{format.money(lead.value, lead.currency)}</span>
          )}
        </span>
        <span className="flex items-center gap-3 text-ink">
          <StageRing stage={lead.stage} label={t(`stage.${lead.stage}`)} />
          {lead.source !== null && <span className="min-w-0 truncate text-ink-3">{lead.source}</span>}
          <Score value={lead.score} label={t('column.score')} className="ml-auto" />
        </span>
      </Link>
    </TableCell>
  );
}
