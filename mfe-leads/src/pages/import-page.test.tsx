import { apiHandler, problem, server } from '@piloto/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importView } from '../testing/imports.ts';
import { openPage } from '../testing/open-page.tsx';
import { ImportPage } from './import-page.tsx';

const PATH = '/api/v1/public/imports/{import_id}';
const at = `/importacoes/${importView().id}`;
const COUNTS = { create: 1, update: 1, skip: 0, error: 1 };
const CHECKED = importView({
  state: 'checked',
  expected: COUNTS,
  counts: COUNTS,
  problems: [{ line: 5, column: 'Celular', value: '123', code: 'phone_invalid', reason: 'Telefone inválido: “123”.' }],
});

/** An import that goes from state to state as it is asked to. */
function serve(first: ReturnType<typeof importView>) {
  const state = { view: first };
  const sent: unknown[] = [];
  const answer = () => ({ status: 200, body: state.view });
  server.use(
    apiHandler('get', PATH, answer),
    apiHandler('patch', PATH, ({ body }) => {
      sent.push(body);
      state.view = { ...state.view, ...(body as object) };
      return answer();
    }),
    apiHandler('post', `${PATH}/dry-run`, () => {
      state.view = { ...CHECKED, mapping: state.view.mapping };
      return answer();
    }),
    apiHandler('post', `${PATH}/start`, () => {
      state.view = {
        ...state.view,
        state: 'running',
        started_at: '2026-11-24T12:01:00Z',
        progress: { processed: 1, total: 3 },
      };
      return answer();
    }),
    apiHandler('post', `${PATH}/cancel`, () => {
      state.view = { ...state.view, state: 'cancelled', finished_at: '2026-11-24T12:02:00Z' };
      return answer();
    }),
  );
  return { state, sent };
}

test('columns → dry run → import → result, each step the import’s own state', async () => {
  const { state, sent } = serve(importView());
  const { user, events } = await openPage(ImportPage, '/importacoes/:id', { at });
  expect(await screen.findByText('Ponto e vírgula')).toBeDefined();
  expect(screen.getByText('windows-1252')).toBeDefined();
  expect(screen.getByText('linha 3')).toBeDefined();
  const row = screen.getByRole('row', { name: /^Cidade/ });
  expect(within(row).getByText('Ignorada')).toBeDefined();
  await user.click(within(row).getByRole('combobox', { name: 'Campo para a coluna Cidade' }));
  await user.click(await screen.findByRole('option', { name: 'Campo personalizado: Cidade' }));
  await user.click(screen.getByRole('button', { name: 'Simular' }));
  expect(await screen.findByText('Telefone inválido: “123”.')).toBeDefined();
  expect(sent).toEqual([
    {
      mapping: { 'Nome Completo': 'name', Celular: 'phone', Cidade: 'custom.Cidade' },
      on_collision: 'update',
      repair_documents: false,
    },
  ]);
  expect(screen.getByText('1 de 1 linha com erro')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Importar 2 linhas' }));
  expect((await screen.findByRole('progressbar', { name: 'Importando' })).getAttribute('aria-valuetext')).toBe(
    '1 de 3',
  );
  state.view = {
    ...state.view,
    state: 'done',
    progress: { processed: 3, total: 3 },
    finished_at: '2026-11-24T12:01:10Z',
  };
  expect(await screen.findByRole('link', { name: 'Ver leads' }, { timeout: 3000 })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Baixar erros (CSV)' })).toBeDefined();
  expect(screen.getByText('Criados')).toBeDefined();
  expect(events.emitted).toContainEqual({ type: 'announce', detail: { text: 'Importação de feira.csv concluída' } });
});

test('a mapping that cannot work says why, and is not sent', async () => {
  serve(importView());
  const { user } = await openPage(ImportPage, '/importacoes/:id', { at });
  await user.click(await screen.findByRole('combobox', { name: 'Campo para a coluna Nome Completo' }));
  await user.click(await screen.findByRole('option', { name: 'Não importar' }));
  expect(screen.getByText('Escolha a coluna do nome ou a da empresa.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Simular' })).toHaveProperty('disabled', true);
});

test('a reload in the middle of a run shows the run, and cancelling asks first', async () => {
  serve(
    importView({
      state: 'running',
      counts: COUNTS,
      started_at: '2026-11-24T12:01:00Z',
      progress: { processed: 2, total: 3 },
    }),
  );
  const { user } = await openPage(ImportPage, '/importacoes/:id', { at });
  expect(await screen.findByRole('progressbar', { name: 'Importando' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Cancelar importação' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Cancelar importação' });
  await user.click(within(dialog).getByRole('button', { name: 'Cancelar importação' }));
  expect(await screen.findByText('As 2 linhas já gravadas continuam nos leads.', { exact: false })).toBeDefined();
});

test('a run that failed says its cause and can go on', async () => {
  serve(
    importView({
      state: 'failed',
      counts: COUNTS,
      cause: { code: 'unexpected', text: 'Algo falhou depois de 2 linhas.' },
    }),
  );
  const { user } = await openPage(ImportPage, '/importacoes/:id', { at });
  expect(await screen.findByText('Algo falhou depois de 2 linhas.', { exact: false })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Continuar de onde parou' }));
  expect(await screen.findByRole('progressbar', { name: 'Importando' })).toBeDefined();
});

test('from the simulation one may go back to the columns, and the address keeps it', async () => {
  serve(CHECKED);
  const { user } = await openPage(ImportPage, '/importacoes/:id', { at });
  await user.click(await screen.findByRole('button', { name: 'Voltar' }));
  expect(await screen.findByRole('table', { name: 'Colunas do arquivo' })).toBeDefined();
  expect(location.search).toBe('?colunas=1');
});

test('lost zeros are put back on request', async () => {
  const { sent } = serve({
    ...CHECKED,
    problems: [
      {
        line: 2,
        column: 'CPF',
        value: '191',
        code: 'document_repairable',
        reason: 'Faltam zeros à esquerda em “191”.',
      },
    ],
  });
  const { user } = await openPage(ImportPage, '/importacoes/:id', { at });
  await user.click(await screen.findByRole('button', { name: 'Recolocar zeros à esquerda' }));
  await waitFor(() => expect(sent).toEqual([{ repair_documents: true }]));
});

test('an import that does not exist leads back', async () => {
  server.use(apiHandler('get', PATH, () => problem(404, 'import_not_found')));
  await openPage(ImportPage, '/importacoes/:id', { at });
  expect((await screen.findByRole('link', { name: 'Voltar às importações' })).getAttribute('href')).toBe(
    '/importacoes',
  );
});
