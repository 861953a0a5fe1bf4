import { Button, Segmented } from '@piloto/ui';
import { useState } from 'react';
import { useText } from '../../../messages.ts';
import { type AgentFields, type Choice, settle } from '../rules.ts';

type Props = {
  fields: (keyof AgentFields)[];
  mine: AgentFields;
  theirs: AgentFields;
  busy: boolean;
  onSettle: (fields: AgentFields) => void;
  onDiscard: () => void;
};

/** Two people changed the same fields: both texts side by side and a choice for each. Nothing is lost before it is made. */
export function AgentConflict({ fields, mine, theirs, busy, onSettle, onDiscard }: Props) {
  const t = useText();
  const [choice, setChoice] = useState<Choice>({});
  return (
    <section role="alert" className="flex flex-col gap-4 rounded-2 bg-amber-soft p-4">
      <div>
        <h2 className="font-semibold text-amber-ink">{t('conflict.title')}</h2>
        <p className="mt-1 text-ink-2">{t('conflict.description')}</p>
      </div>
      {fields.map((field) => (
        <div key={field} className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="font-medium">{t(`agent.${field}`)}</h3>
            <Segmented
              label={t('conflict.choose', { field: t(`agent.${field}`) })}
              value={choice[field] ?? 'mine'}
              onValueChange={(side) => setChoice({ ...choice, [field]: side })}
              options={[
                { value: 'mine', label: t('conflict.mine') },
                { value: 'theirs', label: t('conflict.theirs') },
              ]}
            />
          </div>
          <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
            <Side label={t('conflict.mine')} text={mine[field]} empty={t('conflict.empty')} />
            <Side label={t('conflict.theirs')} text={theirs[field]} empty={t('conflict.empty')} />
          </div>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={busy}
          busyLabel={t('agent.saving')}
          onClick={() => onSettle(settle(mine, theirs, choice))}
        >
          {t('conflict.save')}
        </Button>
        <Button onClick={onDiscard}>{t('conflict.discard')}</Button>
      </div>
    </section>
  );
}

function Side({ label, text, empty }: { label: string; text: string; empty: string }) {
  return (
    <div className="min-w-0 rounded-1 bg-surface p-2">
      <div className="text-12 text-ink-3">{label}</div>
      <p className="max-h-40 overflow-y-auto whitespace-pre-wrap wrap-anywhere">{text === '' ? empty : text}</p>
    </div>
  );
}
