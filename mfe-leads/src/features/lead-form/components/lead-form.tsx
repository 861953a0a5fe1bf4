import { zodResolver } from '@hookform/resolvers/zod';
import { isApiError } from '@piloto/api-client';
import { errorText, failureText, placeFieldErrors, useLocale, useRemoteProps, useUnsaved } from '@piloto/runtime';
import { Button, FooterBar, Kbd } from '@piloto/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useSaveLead } from '../../../lead/mutations.ts';
import { leadQueries, type LeadVersion } from '../../../lead/queries.ts';
import { useText } from '../../../messages.ts';
import { changeOf, differing, fieldsOf, LEAD_FIELDS, type LeadFields, leadSchema, mergeFields } from '../rules.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { CustomInputs } from './custom-inputs.tsx';
import { ContactInputs, DealInputs } from './lead-inputs.tsx';

type Props = {
  current: LeadVersion;
  onDirty: (dirty: boolean) => void;
  /** What stands beside the fields; phones show it below them. */
  aside: ReactNode;
};

/** One lead's fields. Rendered once per lead (`key`), so that the text of one never lands in another. */
export function LeadForm({ current, onDirty, aside }: Props) {
  const t = useText();
  const locale = useLocale();
  const { events } = useRemoteProps();
  const client = useQueryClient();
  const save = useSaveLead(current.lead.id);
  // What the form was opened on: a refetch behind an edited form must not change what "If-Match" promises.
  const [base, setBase] = useState(current);
  const [conflict, setConflict] = useState<{ theirs: LeadVersion; mine: LeadFields }>();
  const formElement = useRef<HTMLFormElement>(null);
  const form = useForm<LeadFields>({
    resolver: zodResolver(leadSchema(locale, 'known')),
    defaultValues: fieldsOf(base.lead, locale),
  });
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsaved(`lead-${base.lead.id}`, t('form.unsaved', { name: base.lead.name }), isDirty);
  useEffect(() => onDirty(isDirty), [onDirty, isDirty]);

  const adopt = (version: LeadVersion): void => {
    setBase(version);
    setConflict(undefined);
    form.reset(fieldsOf(version.lead, locale));
  };
  /** Puts `fields` on top of `version`: what differs counts as edited and is sent under the new ETag. */
  const rebase = (version: LeadVersion, fields: LeadFields): void => {
    adopt(version);
    for (const field of differing(fields, fieldsOf(version.lead, locale)))
      form.setValue(field, fields[field], { shouldDirty: true });
  };
  // A newer version, from a refetch or from the stage menu, comes in below what was edited, unless it changed the same fields:
  // that is for the conflict view, which the API's 412 opens.
  const isNewer = base.etag !== current.etag || base.lead !== current.lead;
  useEffect(() => {
    if (!isNewer || isSubmitting || conflict !== undefined) return;
    const before = fieldsOf(base.lead, locale);
    const now = fieldsOf(current.lead, locale);
    const mine = form.getValues();
    const edited = new Set(differing(before, mine));
    if (differing(before, now).some((field) => edited.has(field))) return;
    // oxlint-disable-next-line react/set-state-in-effect -- the form library is the outside system that is brought up to date
    rebase(current, mergeFields(mine, now, edited));
  });

  const showConflict = async (mine: LeadFields): Promise<void> => {
    try {
      setConflict({ theirs: await client.fetchQuery({ ...leadQueries.detail(base.lead.id), staleTime: 0 }), mine });
    } catch (error) {
      form.setError('root', { type: 'server', message: failureText(error) });
    }
  };
  const send = async (fields: LeadFields, on: LeadVersion): Promise<void> => {
    const change = changeOf(on.lead, fields, locale);
    if (on === base && Object.keys(change).length === 0) return;
    try {
      // A conflict that was decided for the other side leaves nothing to send.
      adopt(Object.keys(change).length === 0 ? on : await save.mutateAsync({ change, etag: on.etag }));
      events.emit('toast', { tone: 'success', title: t('form.saved') });
    } catch (error) {
      if (isApiError(error) && error.status === 412) await showConflict(fields);
      else {
        // What was chosen in the conflict view is in the form now, where its errors are shown.
        if (on !== base) rebase(on, fields);
        if (!placeFieldErrors(error, LEAD_FIELDS, form.setError))
          form.setError('root', { type: 'server', message: failureText(error) });
      }
    }
  };
  const submit = form.handleSubmit((fields) => send(fields, base));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl Enter in any of its fields
    <form
      ref={formElement}
      noValidate
      aria-label={t('form.label', { name: base.lead.name })}
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) formElement.current?.requestSubmit();
      }}
    >
      <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
        <div className="min-h-0 min-w-0 flex-1 overflow-y-auto max-md:flex-none max-md:overflow-visible">
          <Group title={t('form.contact')}>
            <ContactInputs form={form} />
          </Group>
          <Group title={t('form.deal')}>
            <DealInputs form={form} owner={base.lead.owner} withStage={false} />
          </Group>
          <Group title={t('form.more')}>
            <CustomInputs form={form} />
          </Group>
        </div>
        {aside}
      </div>
      <FooterBar
        className="h-12"
        end={
          <>
            <span className="flex gap-1 max-md:hidden">
              <Kbd>Ctrl</Kbd>
              <Kbd>Enter</Kbd>
            </span>
            {isDirty && (
              <Button variant="ghost" onClick={() => adopt(current)}>
                {t('form.discard')}
              </Button>
            )}
            <Button
              type="submit"
              variant="primary"
              disabled={!isDirty && !isSubmitting}
              busy={isSubmitting || save.isPending}
              busyLabel={t('form.saving')}
            >
              {t('form.save')}
            </Button>
          </>
        }
      >
        {errors.root ? (
          <span role="alert" className="min-w-0 truncate text-red-ink" title={errorText(t, errors.root)}>
            {errorText(t, errors.root)}
          </span>
        ) : (
          <span className="min-w-0 truncate">{isDirty ? t('form.dirty') : t('form.clean')}</span>
        )}
      </FooterBar>
      {conflict !== undefined && (
        <ConflictDialog
          base={base.lead}
          mine={conflict.mine}
          theirs={conflict.theirs}
          busy={save.isPending}
          onSave={(fields) => void send(fields, conflict.theirs)}
          onClose={() => setConflict(undefined)}
        />
      )}
    </form>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-6 py-5 last:border-b-0 max-md:px-4">
      <h2 className="mb-4 font-semibold">{title}</h2>
      <div className="grid max-w-3xl grid-cols-2 gap-4 max-md:grid-cols-1">{children}</div>
    </section>
  );
}
