import { errorText, failureText, useLocale } from '@piloto/runtime';
import { Avatar, Field, Input, Select, StageRing } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { amountText, parseAmount } from '../../../lead/amount.ts';
import { maskDocument } from '../../../lead/document.ts';
import { maskPhone } from '../../../lead/phone.ts';
import { type Lead, leadQueries } from '../../../lead/queries.ts';
import { STAGES } from '../../../lead/stages.ts';
import { useText } from '../../../messages.ts';
import type { LeadFields } from '../rules.ts';
import { MaskedInput } from './masked-input.tsx';
import { TagInput } from './tag-input.tsx';

type Props = { form: UseFormReturn<LeadFields> };

export function ContactInputs({ form }: Props) {
  const t = useText();
  const { errors } = form.formState;
  const label = (field: keyof LeadFields): string => t(`field.${field}`);
  return (
    <>
      <Field label={label('name')} error={errorText(t, errors.name)}>
        <Input autoComplete="off" {...form.register('name')} />
      </Field>
      <Field label={label('company')} error={errorText(t, errors.company)}>
        <Input autoComplete="off" {...form.register('company')} />
      </Field>
      <Field label={label('phone')} hint={t('form.phoneHint')} error={errorText(t, errors.phone)}>
        <MaskedInput control={form.control} name="phone" mask={maskPhone} type="tel" autoComplete="off" />
      </Field>
      <Field label={label('email')} error={errorText(t, errors.email)}>
        <Input type="email" autoComplete="off" {...form.register('email')} />
      </Field>
      <Field label={label('document')} hint={t('form.documentHint')} error={errorText(t, errors.document)}>
        <MaskedInput
          control={form.control}
          name="document"
          mask={maskDocument}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Field>
    </>
  );
}

export function DealInputs({ form, owner, withStage }: Props & { owner: Lead['owner']; withStage: boolean }) {
  const t = useText();
  const locale = useLocale();
  const { errors } = form.formState;
  const maskAmount = (text: string): string => {
    const amount = parseAmount(text, locale);
    return amount === undefined ? text : amountText(amount, locale);
  };
  return (
    <>
      <Field label={t('field.valueMoney')} error={errorText(t, errors.value)}>
        <MaskedInput
          control={form.control}
          name="value"
          mask={maskAmount}
          whileTyping={false}
          inputMode="decimal"
          autoComplete="off"
        />
      </Field>
      {withStage && (
        <Field label={t('field.stage')} error={errorText(t, errors.stage)}>
          <Controller
            control={form.control}
            name="stage"
            render={({ field }) => (
              <Select
                ref={field.ref}
                value={field.value}
                onValueChange={field.onChange}
                onBlur={field.onBlur}
                options={STAGES.map((stage) => ({
                  value: stage,
                  label: t(`stage.${stage}`),
                  start: <StageMark stage={stage} />,
                }))}
              />
            )}
          />
        </Field>
      )}
      <OwnerInput form={form} owner={owner} />
      <Field label={t('field.source')} error={errorText(t, errors.source)}>
        <Input autoComplete="off" {...form.register('source')} />
      </Field>
      <Field label={t('field.tags')} error={errorText(t, errors.tags?.root ?? errors.tags)}>
        <Controller
          control={form.control}
          name="tags"
          render={({ field }) => <TagInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />}
        />
      </Field>
    </>
  );
}

/** The ring alone: the option's own text stands beside it. */
const StageMark = ({ stage }: { stage: LeadFields['stage'] }) => (
  <span aria-hidden="true" className="flex">
    <StageRing stage={stage} label="" hideLabel />
  </span>
);

const NOBODY = 'none';

/** The members who may get the lead; its present owner too, when the members cannot be read. */
function OwnerInput({ form, owner }: Props & { owner: Lead['owner'] }) {
  const t = useText();
  const members = useQuery(leadQueries.members());
  const active = (members.data ?? []).filter(({ id, status }) => status === 'active' || id === owner?.id);
  const people = owner === null || active.some(({ id }) => id === owner.id) ? active : [owner, ...active];
  const failed = members.isError ? t('form.noMembers', { cause: failureText(members.error) }) : undefined;
  return (
    <Field label={t('field.owner')} error={errorText(t, form.formState.errors.owner) ?? failed}>
      <Controller
        control={form.control}
        name="owner"
        render={({ field }) => (
          <Select
            ref={field.ref}
            value={field.value === '' ? NOBODY : field.value}
            onValueChange={(value) => field.onChange(value === NOBODY ? '' : value)}
            onBlur={field.onBlur}
            options={[
              { value: NOBODY, label: t('form.nobody') },
              ...people.map(({ id, name }) => ({ value: id, label: name, start: <Avatar name={name} /> })),
            ]}
          />
        )}
      />
    </Field>
  );
}
