import { failureText, useFormat } from '@piloto/runtime';
import { Button, Checkbox, Field, Input, SearchInput } from '@piloto/ui';
import { type FormEvent, useState } from 'react';
import type { ListFilter, ListQuery } from '../../../lead/list-query.ts';
import { useText } from '../../../messages.ts';
import { type ChoiceFilter, useFilterOptions } from '../use-filter-options.ts';

type Props = { field: ListFilter; query: ListQuery; onChange: (next: Partial<ListQuery>) => void; onDone: () => void };

/** What stands in the popover of one filter. */
export function FilterEditor(props: Props) {
  return props.field === 'min_score' ? <ScoreEditor {...props} /> : <ChoiceEditor {...props} field={props.field} />;
}

/** A list that is longer than this can be searched. */
const SHORT = 10;

function ChoiceEditor({ field, query, onChange }: Props & { field: ChoiceFilter }) {
  const t = useText();
  const format = useFormat();
  const [wanted, setWanted] = useState('');
  const { facets, options } = useFilterOptions(query, true);
  const all = options(field);
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const shown = all.filter(({ label }) => plain(label).includes(plain(wanted)));
  const chosen: readonly string[] = query[field];
  const toggle = (value: string, on: boolean): void => {
    const rest = chosen.filter((one) => one !== value);
    onChange({ [field]: on ? [...rest, value] : rest });
  };
  return (
    <div className="flex flex-col gap-2">
      {all.length > SHORT && (
        <SearchInput
          label={t('filter.find')}
          value={wanted}
          onValueChange={setWanted}
          clearLabel={t('filter.clearFind')}
        />
      )}
      {facets.isError && field !== 'stage' && (
        <p role="alert" className="text-12 text-red-ink">
          {failureText(facets.error)}
        </p>
      )}
      {shown.length === 0 && !facets.isLoading && <p className="text-12 text-ink-3">{t('filter.nothing')}</p>}
      <ul className="flex max-h-80 flex-col gap-1 overflow-y-auto p-1">
        {shown.map(({ value, label, count }) => (
          <li key={value} className="flex min-h-7 items-center gap-2 max-md:min-h-11">
            <Checkbox
              label={label}
              checked={chosen.includes(value)}
              onCheckedChange={(on) => toggle(value, on)}
              className="min-w-0 flex-1"
            />
            {count !== undefined && <span className="text-12 text-ink-3 tabular-nums">{format.number(count)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ScoreEditor({ query, onChange, onDone }: Props) {
  const t = useText();
  const [text, setText] = useState(String(query.min_score ?? ''));
  const value = Number(text);
  const wrong = text !== '' && !(Number.isInteger(value) && value >= 1 && value <= 100);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong) return;
    onChange({ min_score: text === '' ? undefined : value });
    onDone();
  };
  return (
    <form noValidate onSubmit={apply} className="flex flex-col gap-3">
      <Field label={t('filter.scoreLabel')} error={wrong ? t('filter.scoreWrong') : undefined}>
        <Input inputMode="numeric" value={text} onChange={(event) => setText(event.currentTarget.value.trim())} />
      </Field>
      <Button type="submit">{t('filter.apply')}</Button>
    </form>
  );
}
