import { errorText } from '@piloto/runtime';
import { Button, Field, IconButton, Input, Textarea } from '@piloto/ui';
import { Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useText } from '../../../messages.ts';
import { customLabel } from '../custom-label.ts';
import type { LeadFields } from '../rules.ts';

/** Longer texts get more than one line. */
const LONG = 60;
const MOST = 60;

export function CustomInputs({ form }: { form: UseFormReturn<LeadFields> }) {
  const t = useText();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'custom' });
  const { errors } = form.formState;
  return (
    <>
      {fields.map(({ id, key, value }, index) => (
        <Field
          key={id}
          label={customLabel(t, key)}
          error={errorText(t, errors.custom?.[index]?.value)}
          className={value.length > LONG || key === 'notes' ? 'md:col-span-2' : undefined}
          aside={
            <IconButton
              icon={Trash2}
              size="sm"
              label={t('form.removeField', { field: customLabel(t, key) })}
              className="-my-1.5 h-6 max-md:h-11"
              onClick={() => remove(index)}
            />
          }
        >
          {value.length > LONG || key === 'notes' ? (
            <Textarea rows={3} {...form.register(`custom.${index}.value`)} />
          ) : (
            <Input autoComplete="off" {...form.register(`custom.${index}.value`)} />
          )}
        </Field>
      ))}
      {fields.length < MOST && (
        <NewField taken={fields.map(({ key }) => key)} onAdd={(key) => append({ key, value: '' })} />
      )}
      {errors.custom?.root?.message !== undefined || errors.custom?.message !== undefined ? (
        <p role="alert" className="text-12 text-red-ink md:col-span-2">
          {errorText(t, errors.custom.root ?? errors.custom)}
        </p>
      ) : null}
    </>
  );
}

function NewField({ taken, onAdd }: { taken: readonly string[]; onAdd: (key: string) => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const key = name.trim();
  const isTaken = taken.some((one) => one.toLowerCase() === key.toLowerCase());
  const add = (): void => {
    if (key === '' || isTaken) return;
    setName('');
    onAdd(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // Enter names the field; it does not save the lead.
    event.preventDefault();
    add();
  };
  return (
    <Field label={t('form.newField')} error={isTaken ? t('form.fieldTaken') : undefined}>
      <div className="flex gap-2">
        <Input
          value={name}
          maxLength={80}
          placeholder={t('form.newFieldHint')}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button icon={Plus} onClick={add} aria-disabled={key === '' || isTaken}>
          {t('form.addField')}
        </Button>
      </div>
    </Field>
  );
}
