import { zodResolver } from '@hookform/resolvers/zod';
import { isApiError } from '@piloto/api-client';
import { errorText, failureText, placeFieldErrors, useLocale, useRemoteProps } from '@piloto/runtime';
import { Button, buttonVariants, Dialog } from '@piloto/ui';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { useCreateLead } from '../../../lead/mutations.ts';
import { useText } from '../../../messages.ts';
import { bodyOf, EMPTY_LEAD, LEAD_FIELDS, type LeadFields, leadSchema } from '../rules.ts';
import { ContactInputs, DealInputs } from './lead-inputs.tsx';

/** What a 409 says of the lead that is there already. */
const existingSchema = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string().nullish(),
  matched: z.enum(['phone', 'email', 'document']),
});
type Existing = z.infer<typeof existingSchema>;

/** `search` is the list's, so that the new lead's page leads back to it. */
export function CreateLeadDialog({ search, onClose }: { search: string; onClose: () => void }) {
  const t = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  const { events } = useRemoteProps();
  const create = useCreateLead();
  const [existing, setExisting] = useState<Existing>();
  const form = useForm<LeadFields>({ resolver: zodResolver(leadSchema(locale, 'new')), defaultValues: EMPTY_LEAD });
  const { errors, isSubmitting } = form.formState;

  const send = async (fields: LeadFields, allowDuplicate: boolean): Promise<void> => {
    setExisting(undefined);
    try {
      const lead = await create.mutateAsync({ body: bodyOf(fields, locale), allowDuplicate });
      onClose();
      events.emit('toast', { tone: 'success', title: t('create.done'), detail: lead.name });
      void navigate(`/leads/${lead.id}${search}`);
    } catch (error) {
      const duplicate = isApiError(error) ? existingSchema.safeParse(error.problem['existing']).data : undefined;
      if (duplicate !== undefined) setExisting(duplicate);
      else if (!placeFieldErrors(error, LEAD_FIELDS, form.setError))
        form.setError('root', { type: 'server', message: failureText(error) });
    }
  };
  const submit = (allowDuplicate: boolean) => form.handleSubmit((fields) => send(fields, allowDuplicate));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="lg"
      title={t('create.title')}
      description={t('create.description')}
      closeLabel={t('form.close')}
      onSubmit={(event) => {
        // A portal's submit would travel up the React tree to a form around it.
        event.stopPropagation();
        void submit(false)(event);
      }}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="submit" variant="primary" busy={isSubmitting} busyLabel={t('create.busy')}>
            {t('create.submit')}
          </Button>
        </>
      }
    >
      {existing !== undefined && (
        <div role="alert" className="flex flex-col gap-2 rounded-2 bg-amber-soft p-3 text-amber-ink">
          <p>{t(`create.duplicate.${existing.matched}`, { name: existing.name })}</p>
          <div className="flex flex-wrap gap-2">
            <Link to={`/leads/${existing.id}${search}`} className={buttonVariants({ size: 'sm' })}>
              {t('create.openExisting')}
            </Link>
            <Button size="sm" variant="ghost" onClick={() => void submit(true)()}>
              {t('create.anyway')}
            </Button>
          </div>
        </div>
      )}
      {errors.root && (
        <p role="alert" className="text-12 text-red-ink">
          {errorText(t, errors.root)}
        </p>
      )}
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <ContactInputs form={form} />
        <DealInputs form={form} owner={null} withStage />
      </div>
    </Dialog>
  );
}
