import { apiHandler, problem, server } from '@piloto/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { lead, leadId, leads, listHandler, membersHandler, page } from '../testing/leads.ts';
import { openPage } from '../testing/open-page.tsx';
import { LeadPage } from './lead-page.tsx';

const PATH = '/api/v1/public/leads/{lead_id}';
const at = `/leads/${leadId(1)}`;
type Sent = { body: unknown; match: string | null };

beforeEach(() => {
  sessionStorage.clear();
  server.use(membersHandler(), listHandler(() => page(leads(3))).handler);
});

/** One lead on a server that keeps what it is sent, as the real one does. */
function serve(stored = lead()) {
  const sent: Sent[] = [];
  const state = { lead: stored };
  const tagged = () => ({
    status: 200,
    body: state.lead,
    headers: { etag: `"v${state.lead.version}"`, 'cache-control': 'no-store' },
  });
  server.use(
    apiHandler('get', PATH, ({ params }) =>
      params['lead_id'] === state.lead.id
        ? tagged()
        : { status: 200, body: lead({ id: String(params['lead_id']), name: 'Outro' }) },
    ),
    apiHandler('patch', PATH, ({ body, headers }) => {
      const match = headers.get('if-match');
      sent.push({ body, match });
      if (match !== `"v${state.lead.version}"`)
        return problem(412, 'precondition_failed', { current: { ...state.lead } });
      state.lead = { ...state.lead, ...(body as object), version: state.lead.version + 1 };
      return tagged();
    }),
  );
  return { sent, state };
}

test('what was changed is sent under the ETag that was read, and nothing else', async () => {
  const { sent } = serve();
  const { user, events } = await openPage(LeadPage, '/leads/:id', { at });
  const value = await screen.findByRole('textbox', { name: 'Valor (R$)' });
  expect(value).toHaveProperty('value', '248.600,00');
  expect(screen.getByRole('textbox', { name: 'Telefone' })).toHaveProperty('value', '(11) 98841-2075');
  expect(screen.getByRole('textbox', { name: 'CPF ou CNPJ' })).toHaveProperty('value', '12.ABC.345/01DE-35');
  await user.clear(value);
  await user.type(value, '1.234,5');
  await user.click(screen.getByRole('button', { name: /Salvar/ }));
  await waitFor(() => expect(sent).toEqual([{ body: { value: 1234.5 }, match: '"v1"' }]));
  await waitFor(() => expect(events.emitted.some(({ type }) => type === 'toast')).toBe(true));
  expect(await screen.findByText('Tudo salvo')).toBeDefined();
});

test('a refusal stands at its field, and the text stays', async () => {
  serve();
  server.use(
    apiHandler('patch', PATH, () =>
      problem(422, 'invalid_fields', { errors: [{ field: 'document', message: 'O dígito verificador não confere.' }] }),
    ),
  );
  const { user } = await openPage(LeadPage, '/leads/:id', { at });
  const field = await screen.findByRole('textbox', { name: 'CPF ou CNPJ' });
  await user.clear(field);
  await user.type(field, '39053344706');
  await user.click(screen.getByRole('button', { name: /Salvar/ }));
  expect(await screen.findByText('O dígito verificador não confere.')).toBeDefined();
  expect(field).toHaveProperty('value', '390.533.447-06');
});

test('a conflict shows both sides, and the choice is saved on the new ETag', async () => {
  const { sent, state } = serve();
  const { user } = await openPage(LeadPage, '/leads/:id', { at });
  const company = await screen.findByRole('textbox', { name: 'Empresa' });
  await user.clear(company);
  await user.type(company, 'Minha padaria');
  const source = screen.getByRole('textbox', { name: 'Origem' });
  await user.clear(source);
  await user.type(source, 'Feira');
  state.lead = lead({ company: 'Padaria deles', name: 'Marina C.', source: 'Indicação', version: 2 });
  await user.click(screen.getByRole('button', { name: /Salvar/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Este lead mudou enquanto você editava' });
  const row = (name: string) => within(dialog).getByRole('row', { name: new RegExp(`^${name}`) });
  expect(within(row('Empresa')).getByRole('radio', { name: 'O seu Minha padaria' })).toHaveProperty('checked', true);
  expect(within(row('Nome')).getByRole('radio', { name: 'O salvo Marina C.' })).toHaveProperty('checked', true);
  await user.click(within(row('Origem')).getByRole('radio', { name: 'O salvo Indicação' }));
  await user.click(within(dialog).getByRole('button', { name: 'Salvar escolha' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ body: { company: 'Minha padaria' }, match: '"v2"' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('textbox', { name: 'Nome' })).toHaveProperty('value', 'Marina C.');
  expect(screen.getByRole('textbox', { name: 'Empresa' })).toHaveProperty('value', 'Minha padaria');
});

test('closing the conflict view loses nothing', async () => {
  const { state } = serve();
  const { user } = await openPage(LeadPage, '/leads/:id', { at });
  const company = await screen.findByRole('textbox', { name: 'Empresa' });
  await user.type(company, ' e filhos');
  state.lead = lead({ company: 'Padaria deles', version: 2 });
  await user.click(screen.getByRole('button', { name: /Salvar/ }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Fechar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(company).toHaveProperty('value', 'Padaria Pão Dourado e filhos');
  await user.click(screen.getByRole('button', { name: /Salvar/ }));
  expect(await screen.findByRole('dialog')).toBeDefined();
});

test('S and a figure move the lead at once, beside what is being written; a refusal puts it back', async () => {
  const { sent, state } = serve();
  const { user, events } = await openPage(LeadPage, '/leads/:id', { at });
  await user.type(await screen.findByRole('textbox', { name: 'Empresa' }), ' e filhos');
  await user.click(screen.getByRole('heading', { name: 'Contato' }));
  await user.keyboard('s');
  await screen.findByRole('menu');
  await user.keyboard('5');
  expect(await screen.findByRole('button', { name: /^Mudar estágio: Ganho/ })).toBeDefined();
  await waitFor(() => expect(state.lead.version).toBe(2));
  await user.click(screen.getByRole('button', { name: /Salvar/ }));
  await waitFor(() =>
    expect(sent.at(-1)).toEqual({ body: { company: 'Padaria Pão Dourado e filhos' }, match: '"v2"' }),
  );
  server.use(apiHandler('patch', PATH, () => problem(403, 'permission_missing', { detail: 'Falta leads:write.' })));
  await user.click(screen.getByRole('button', { name: /^Mudar estágio: Ganho/ }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: /Perdido/ }));
  await waitFor(() =>
    expect(events.emitted).toContainEqual({
      type: 'toast',
      detail: { tone: 'error', title: 'Não foi possível mudar o estágio', detail: 'Falta leads:write.' },
    }),
  );
  expect(screen.getByRole('button', { name: /^Mudar estágio: Ganho/ })).toBeDefined();
});

test('a lead is deleted with a way back', async () => {
  serve();
  const calls: string[] = [];
  server.use(
    apiHandler('delete', PATH, () => {
      calls.push('delete');
      return { status: 204 };
    }),
    apiHandler('post', `${PATH}/restore`, () => {
      calls.push('restore');
      return { status: 200, body: lead() };
    }),
  );
  const { user, events } = await openPage(LeadPage, '/leads/:id', { at: `${at}?stage=proposal` });
  await user.click(await screen.findByRole('button', { name: 'Mais ações' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Apagar lead' }));
  expect(location.pathname + location.search).toBe('/leads?stage=proposal');
  const toast = events.emitted.findLast(({ type }) => type === 'toast');
  if (toast?.type !== 'toast') throw new Error('no toast');
  expect(toast.detail).toMatchObject({
    title: 'Lead apagado',
    detail: 'Marina Cavalcanti',
    undo: { label: 'Desfazer' },
  });
  toast.detail.undo?.run();
  await waitFor(() => expect(calls).toEqual(['delete', 'restore']));
  await waitFor(() =>
    expect(events.emitted).toContainEqual(
      expect.objectContaining({ detail: expect.objectContaining({ title: 'Lead de volta' }) }),
    ),
  );
});

test('J goes to the next lead of the list, and asks first when something is unsaved', async () => {
  serve(lead({ name: 'Lead 1' }));
  const { user } = await openPage(LeadPage, '/leads/:id', { at: `${at}?sort=name` });
  expect(await screen.findByText('1 de 3')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: 'Empresa' }), '!');
  await user.click(screen.getByRole('heading', { name: 'Contato' }));
  await user.keyboard('j');
  const dialog = await screen.findByRole('alertdialog', { name: 'Sair sem salvar' });
  await user.click(within(dialog).getByRole('button', { name: 'Ficar' }));
  expect(location.pathname).toBe(at);
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await user.keyboard('j');
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Sair sem salvar' }));
  expect(location.pathname + location.search).toBe(`/leads/${leadId(2)}?sort=name`);
  expect(await screen.findByRole('textbox', { name: 'Nome' })).toHaveProperty('value', 'Outro');
});

test('a lead that is gone leads back to the list', async () => {
  server.use(apiHandler('get', PATH, () => problem(404, 'lead_not_found')));
  await openPage(LeadPage, '/leads/:id', { at: `${at}?stage=new` });
  expect((await screen.findByRole('link', { name: 'Voltar aos leads' })).getAttribute('href')).toBe('/leads?stage=new');
});

test('who may only read gets words instead of fields', async () => {
  serve();
  await openPage(LeadPage, '/leads/:id', { at, session: { role: 'viewer', permissions: ['leads:read'] } });
  expect(await screen.findByText('Padaria Pão Dourado')).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Mais ações' })).toBeNull();
});
