import { useFormat, useLocale } from '@piloto/runtime';
import { Button, cn, Dialog, Table, TableBody, TableHead, TableHeadCell, TableRow } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Lead, leadQueries, type LeadVersion } from '../../../lead/queries.ts';
import { useText } from '../../../messages.ts';
import { fieldText } from '../field-text.ts';
import { differing, fieldsOf, isSame, LEAD_FIELDS, type LeadField, type LeadFields, mergeFields } from '../rules.ts';

type Props = {
  /** What the form was opened on, what I wrote, what the server has now. */
  base: Lead;
  mine: LeadFields;
  theirs: LeadVersion;
  busy: boolean;
  onSave: (fields: LeadFields) => void;
  /** Goes back to the form with everything as it was written. */
  onClose: () => void;
};

/** Somebody else saved meanwhile: both values of each field that differs, and a choice for each. */
export function ConflictDialog({ base, mine, theirs, busy, onSave, onClose }: Props) {
  const t = useText();
  const locale = useLocale();
  const format = useFormat();
  const members = useQuery(leadQueries.members());
  const theirFields = fieldsOf(theirs.lead, locale);
  const fields = differing(mine, theirFields);
  // What I did not touch is theirs; what I wrote stays mine until I say otherwise.
  const [chosen, setChosen] = useState<ReadonlySet<LeadField>>(
    () => new Set(LEAD_FIELDS.filter((field) => !isSame(field, mine, fieldsOf(base, locale)))),
  );
  const owners = new Map([
    ...(members.data ?? []).map(({ id, name }) => [id, name] as const),
    ...[base.owner, theirs.lead.owner].flatMap((owner) => (owner === null ? [] : [[owner.id, owner.name] as const])),
  ]);
  const choose = (field: LeadField, isMine: boolean): void => {
    const next = new Set(chosen);
    if (isMine) next.add(field);
    else next.delete(field);
    setChosen(next);
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('conflict.title')}
      description={t('conflict.description', { time: format.dateTime(theirs.lead.updated_at) })}
      closeLabel={t('form.close')}
      footer={
        <>
          <Button variant="ghost" onClick={() => setChosen(new Set(fields))}>
            {t('conflict.allMine')}
          </Button>
          <Button variant="ghost" onClick={() => setChosen(new Set())}>
            {t('conflict.allTheirs')}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            busyLabel={t('form.saving')}
            onClick={() => onSave(mergeFields(mine, theirFields, chosen))}
          >
            {t('conflict.save')}
          </Button>
        </>
      }
    >
      <div className="-mx-4 overflow-x-auto">
        <Table label={t('conflict.table')}>
          <TableHead>
            <TableRow className="h-8">
              <TableHeadCell width="26%">{t('conflict.field')}</TableHeadCell>
              <TableHeadCell>{t('conflict.mine')}</TableHeadCell>
              <TableHeadCell>{t('conflict.theirs')}</TableHeadCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map((field) => (
              <TableRow key={field}>
                <th
                  scope="row"
                  className="border-b border-line py-2.5 pr-2 pl-4 text-left align-top text-12 font-medium text-ink-2"
                >
                  {t(`field.${field}`)}
                </th>
                {([true, false] as const).map((isMine) => (
                  <Choice
                    key={String(isMine)}
                    name={`conflict-${field}`}
                    side={t(isMine ? 'conflict.mine' : 'conflict.theirs')}
                    text={fieldText(t, field, isMine ? mine : theirFields, owners) || t('conflict.empty')}
                    checked={chosen.has(field) === isMine}
                    onChoose={() => choose(field, isMine)}
                  />
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Dialog>
  );
}

type ChoiceProps = { name: string; side: string; text: string; checked: boolean; onChoose: () => void };

function Choice({ name, side, text, checked, onChoose }: ChoiceProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the label is inside, with its text
    <td className={cn('border-b border-line px-2 py-2 align-top', checked && 'bg-accent-soft')}>
      <label className="flex min-h-6 items-start gap-2 max-md:min-h-11">
        <span className="relative mt-0.5 inline-flex size-4 shrink-0">
          <input
            type="radio"
            name={name}
            checked={checked}
            onChange={onChoose}
            className="peer absolute -inset-1 m-0 size-6 appearance-none rounded-full"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none size-4 rounded-full border border-line-control bg-surface peer-checked:border-5 peer-checked:border-accent"
          />
        </span>
        <span className="min-w-0 wrap-anywhere whitespace-pre-line">
          <span className="sr-only">{side} </span>
          {text}
        </span>
      </label>
    </td>
  );
}
