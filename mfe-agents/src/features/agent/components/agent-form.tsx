import { zodResolver } from '@hookform/resolvers/zod';
import { isApiError } from '@piloto/api-client';
import { errorText, failureText, placeFieldErrors, useFormat, useRemoteProps, useUnsaved } from '@piloto/runtime';
import { Button, Field, Input, Textarea } from '@piloto/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useText } from '../../../messages.ts';
import { agentQueries, type AgentVersion, useUpdateAgent } from '../api/agents.ts';
import { AGENT_FIELDS, type AgentFields, agentSchema, changeOf, clashes, fieldsOf, LIMITS, merge } from '../rules.ts';
import { AgentConflict } from './agent-conflict.tsx';

type Conflict = { theirs: AgentVersion; mine: AgentFields };

/** Name, persona, instructions. Saved on the version that was read; a newer one opens the conflict view. */
export function AgentForm({ current }: { current: AgentVersion }) {
  const t = useText();
  const format = useFormat();
  const { events } = useRemoteProps();
  const client = useQueryClient();
  const update = useUpdateAgent();
  // What the form was opened on: a refetch behind an edited form must not change what "If-Match" promises.
  const [base, setBase] = useState(current);
  const [conflict, setConflict] = useState<Conflict>();
  const form = useForm<AgentFields>({ resolver: zodResolver(agentSchema), values: fieldsOf(base.agent) });
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsaved(
    `agent-${base.agent.id}`,
    t('agent.unsaved', { name: base.agent.name }),
    isDirty || conflict !== undefined,
  );
  // A newer version arrived while nothing was edited: the form follows it through its `values`.
  if (!isDirty && conflict === undefined && base.etag !== current.etag) setBase(current);

  const adopt = (version: AgentVersion): void => {
    setBase(version);
    setConflict(undefined);
    form.reset(fieldsOf(version.agent));
  };
  const send = async (fields: AgentFields, on: AgentVersion): Promise<void> => {
    try {
      adopt(await update.mutateAsync({ id: on.agent.id, change: changeOf(fieldsOf(on.agent), fields), etag: on.etag }));
      events.emit('toast', { tone: 'success', title: t('agent.saved') });
    } catch (error) {
      if (isApiError(error) && error.status === 412) await meet(fields, on);
      else if (!placeFieldErrors(error, AGENT_FIELDS, form.setError))
        form.setError('root', { type: 'server', message: failureText(error) });
    }
  };
  /** Somebody saved meanwhile. Fields that only one side touched are joined at once; only real clashes are asked about. */
  const meet = async (fields: AgentFields, on: AgentVersion): Promise<void> => {
    try {
      const theirs = await client.fetchQuery({ ...agentQueries.detail(on.agent.id), staleTime: 0 });
      const before = fieldsOf(on.agent);
      const mine = merge(before, fields, fieldsOf(theirs.agent));
      if (clashes(before, fields, fieldsOf(theirs.agent)).length === 0) await send(mine, theirs);
      else setConflict({ theirs, mine });
    } catch (error) {
      form.setError('root', { type: 'server', message: failureText(error) });
    }
  };

  if (conflict !== undefined) {
    const theirs = fieldsOf(conflict.theirs.agent);
    return (
      <AgentConflict
        fields={clashes(fieldsOf(base.agent), conflict.mine, theirs)}
        mine={conflict.mine}
        theirs={theirs}
        busy={update.isPending}
        onSettle={(fields) => void send(fields, conflict.theirs)}
        onDiscard={() => adopt(conflict.theirs)}
      />
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit((fields) => send(fields, base))(event)}
      className="flex flex-col gap-4"
    >
      <Field label={t('agent.name')} required error={errorText(t, errors.name)}>
        <Input autoComplete="off" {...form.register('name')} />
      </Field>
      <Field
        label={t('agent.persona')}
        hint={t('agent.personaHint')}
        error={errorText(t, errors.persona)}
        aside={<Counter control={form.control} field="persona" />}
      >
        <Textarea rows={4} {...form.register('persona')} />
      </Field>
      <Field
        label={t('agent.instructions')}
        hint={t('agent.instructionsHint')}
        error={errorText(t, errors.instructions)}
        aside={<Counter control={form.control} field="instructions" />}
      >
        <Textarea rows={16} {...form.register('instructions')} />
      </Field>
      {errors.root !== undefined && (
        <p role="alert" className="text-red-ink">
          {errorText(t, errors.root)}
        </p>
      )}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={!isDirty} busy={isSubmitting} busyLabel={t('agent.saving')}>
          {t('agent.save')}
        </Button>
        {isDirty && (
          <Button variant="ghost" onClick={() => form.reset()}>
            {t('agent.reset')}
          </Button>
        )}
        <span className="ml-auto text-12 text-ink-3">
          {t('agent.savedAt', { time: format.dateTime(base.agent.updated_at) })}
        </span>
      </div>
    </form>
  );
}

type CounterProps = { control: ReturnType<typeof useForm<AgentFields>>['control']; field: 'persona' | 'instructions' };

function Counter({ control, field }: CounterProps) {
  const t = useText();
  const format = useFormat();
  const text = useWatch({ control, name: field });
  return (
    <span className="text-12 text-ink-3 tabular-nums">
      {t('agent.length', { length: format.number(text.length), limit: format.number(LIMITS[field]) })}
    </span>
  );
}
