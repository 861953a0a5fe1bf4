import {
  createLead,
  deleteLead,
  type LeadChange,
  type LeadCreate,
  restoreLead,
  unwrap,
  unwrapWithHeaders,
  updateLead,
} from '@piloto/api-client';
import { failureText, useRemoteProps } from '@piloto/runtime';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useText } from '../messages.ts';
import { removeFromLists, replaceInLists } from './cached-lists.ts';
import { type Lead, leadQueries, type LeadVersion } from './queries.ts';
import type { Stage } from './stages.ts';

/** Everything that is counted or sorted over leads; the lead itself was just answered. */
async function refreshAll(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: leadQueries.all() });
}

async function sendChange(id: string, change: LeadChange, etag: string): Promise<LeadVersion> {
  const { data, headers } = await unwrapWithHeaders(
    updateLead({ path: { lead_id: id }, body: change, headers: { 'if-match': etag } }),
  );
  return { lead: data, etag: headers.get('etag') ?? '' };
}

export function useCreateLead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, allowDuplicate }: { body: LeadCreate; allowDuplicate: boolean }) =>
      unwrap(createLead({ body, query: { allow_duplicate: allowDuplicate } })),
    onSuccess: () => void refreshAll(client),
  });
}

/** Saves what the form changed. The caller handles 412 and 422. */
export function useSaveLead(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change, etag }: { change: LeadChange; etag: string }) => sendChange(id, change, etag),
    onSuccess: (saved) => {
      client.setQueryData(leadQueries.detail(id).queryKey, saved);
      replaceInLists(client, saved.lead);
      void refreshAll(client);
    },
  });
}

/** Moves a lead in the funnel: shown at once, put back with a word when the API refuses. */
export function useMoveLead(id: string) {
  const client = useQueryClient();
  const { events } = useRemoteProps();
  const t = useText();
  const { queryKey } = leadQueries.detail(id);
  return useMutation({
    mutationFn: ({ stage, version }: { stage: Stage; version: LeadVersion }) => sendChange(id, { stage }, version.etag),
    onMutate: async ({ stage, version }) => {
      await client.cancelQueries({ queryKey: leadQueries.all() });
      const moved: Lead = { ...version.lead, stage };
      client.setQueryData(queryKey, { ...version, lead: moved });
      return { undoLists: replaceInLists(client, moved) };
    },
    onSuccess: (saved, { stage }) => {
      client.setQueryData(queryKey, saved);
      events.emit('announce', { text: t('detail.moved', { stage: t(`stage.${stage}`) }) });
    },
    onError: (error, { version }, context) => {
      client.setQueryData(queryKey, version);
      context?.undoLists();
      events.emit('toast', { tone: 'error', title: t('detail.notMoved'), detail: failureText(error) });
    },
    onSettled: () => refreshAll(client),
  });
}

/**
 * Takes a lead off the lists at once and says so with a way back. Not a mutation hook: its last act comes after the page that asked
 * for it is gone.
 */
export function useDeleteLead(): (lead: Lead) => void {
  const client = useQueryClient();
  const { events } = useRemoteProps();
  const t = useText();
  return (lead) => {
    // An answer under way would bring the lead back.
    void client.cancelQueries({ queryKey: leadQueries.lists() });
    const undoLists = removeFromLists(client, lead.id);
    const path = { lead_id: lead.id };
    const deletion = unwrap(deleteLead({ path })).then(
      () => true,
      (error: unknown) => {
        undoLists();
        events.emit('toast', { tone: 'error', title: t('detail.notDeleted'), detail: failureText(error) });
        return false;
      },
    );
    void deletion.then(() => {
      client.removeQueries({ queryKey: leadQueries.detail(lead.id).queryKey });
      return refreshAll(client);
    });
    const restore = async (): Promise<void> => {
      // The way back waits for the way there, or the API would find nothing to restore.
      if (!(await deletion)) return;
      try {
        await unwrap(restoreLead({ path }));
        await refreshAll(client);
        events.emit('toast', { tone: 'success', title: t('detail.restored'), detail: lead.name });
      } catch (error) {
        events.emit('toast', { tone: 'error', title: t('detail.notRestored'), detail: failureText(error) });
      }
    };
    events.emit('toast', {
      tone: 'success',
      title: t('detail.deleted'),
      detail: lead.name,
      undo: { label: t('detail.undo'), run: () => void restore() },
    });
  };
}
