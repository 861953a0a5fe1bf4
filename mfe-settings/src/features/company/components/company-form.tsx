import { zodResolver } from '@hookform/resolvers/zod';
import { isApiError, type OrganizationView } from '@piloto/api-client';
import { errorText, failureText, placeFieldErrors, useLocale, useRemoteProps, useUnsaved } from '@piloto/runtime';
import { Button, Field, Input, Select } from '@piloto/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useText } from '../../../messages.ts';
import { organizationQueries, useUpdateOrganization } from '../api/organization.ts';
import { maskCnpj } from '../cnpj.ts';
import {
  BRAZILIAN_ZONES,
  COMPANY_FIELDS,
  type CompanyFields,
  changeOf,
  companySchema,
  fieldsOf,
  zoneOffset,
} from '../rules.ts';
import { ConflictPanel } from './conflict-panel.tsx';

type Version = { organization: OrganizationView; etag: string };

export function CompanyForm({ current }: { current: Version }) {
  const t = useText();
  const locale = useLocale();
  const { events } = useRemoteProps();
  const client = useQueryClient();
  const update = useUpdateOrganization();
  // What the form was opened on; a refetch behind an edited form must not change what "If-Match" promises.
  const [base, setBase] = useState(current);
  const [conflict, setConflict] = useState<{ theirs: Version; mine: CompanyFields }>();
  const form = useForm<CompanyFields>({
    resolver: zodResolver(companySchema),
    values: fieldsOf(base.organization),
  });
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsaved('company', t('company.unsaved'), isDirty);
  // A newer version arrived while nothing was edited: the form follows it through its `values`.
  if (!isDirty && conflict === undefined && base.etag !== current.etag) setBase(current);

  const adopt = (version: Version): void => {
    setBase(version);
    setConflict(undefined);
    form.reset(fieldsOf(version.organization));
  };
  const send = async (fields: CompanyFields, on: Version): Promise<void> => {
    try {
      adopt(await update.mutateAsync({ change: changeOf(fieldsOf(on.organization), fields), etag: on.etag }));
      events.emit('toast', { tone: 'success', title: t('company.saved') });
    } catch (error) {
      if (isApiError(error) && error.status === 412) await showConflict(fields);
      else if (!placeFieldErrors(error, COMPANY_FIELDS, form.setError))
        form.setError('root', { type: 'server', message: failureText(error) });
    }
  };
  const showConflict = async (mine: CompanyFields): Promise<void> => {
    try {
      const theirs = await client.fetchQuery({ ...organizationQueries.detail(), staleTime: 0 });
      setConflict({ theirs, mine });
    } catch (error) {
      form.setError('root', { type: 'server', message: failureText(error) });
    }
  };
  const submit = form.handleSubmit((fields) => send(fields, base));

  const zones: string[] = [...BRAZILIAN_ZONES];
  if (!zones.includes(base.organization.time_zone)) zones.push(base.organization.time_zone);
  const isNamed = (zone: string): boolean => BRAZILIAN_ZONES.some((known) => known === zone);
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('company.name')} required error={errorText(t, errors.name)}>
        <Input autoComplete="organization" {...form.register('name')} />
      </Field>
      <Field label={t('company.document')} hint={t('company.documentHint')} error={errorText(t, errors.document)}>
        <Controller
          control={form.control}
          name="document"
          render={({ field }) => (
            <Input
              {...field}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              onChange={(event) => {
                const { value, selectionStart } = event.target;
                // In the middle of the text the mask would throw the cursor to its end: it comes back on leaving the field.
                field.onChange(selectionStart === value.length ? maskCnpj(value) : value);
              }}
              onBlur={() => {
                field.onChange(maskCnpj(field.value));
                field.onBlur();
              }}
            />
          )}
        />
      </Field>
      <Field label={t('company.time_zone')} hint={t('company.timeZoneHint')} error={errorText(t, errors.time_zone)}>
        <Controller
          control={form.control}
          name="time_zone"
          render={({ field }) => (
            <Select
              ref={field.ref}
              name={field.name}
              onBlur={field.onBlur}
              value={field.value}
              onValueChange={field.onChange}
              options={zones.map((zone) => ({
                value: zone,
                label: t('company.zoneLabel', {
                  place: isNamed(zone) ? t(`company.zone.${zone}`) : zone,
                  offset: zoneOffset(zone, locale),
                }),
              }))}
            />
          )}
        />
      </Field>
      {errors.root && (
        <p role="alert" className="text-12 text-red-ink">
          {errorText(t, errors.root)}
        </p>
      )}
      {conflict === undefined ? (
        <div>
          <Button type="submit" variant="primary" busy={isSubmitting} busyLabel={t('form.saving')}>
            {t('form.save')}
          </Button>
        </div>
      ) : (
        <ConflictPanel
          mine={conflict.mine}
          theirs={fieldsOf(conflict.theirs.organization)}
          busy={update.isPending}
          onTakeTheirs={() => adopt(conflict.theirs)}
          onKeepMine={() => void send(conflict.mine, conflict.theirs)}
        />
      )}
    </form>
  );
}
