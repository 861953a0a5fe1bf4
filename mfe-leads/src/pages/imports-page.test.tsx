import { apiHandler, problem, server } from '@piloto/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importView } from '../testing/imports.ts';
import { openPage } from '../testing/open-page.tsx';
import { ImportsPage } from './imports-page.tsx';

const ROUTE = '/importacoes';
const listed = (items: ReturnType<typeof importView>[]) =>
  apiHandler('get', '/api/v1/public/imports', () => ({ status: 200, body: { items, next_cursor: null } }));
const csv = (text: string, name = 'leads.csv'): File => new File([text], name, { type: 'text/csv' });

async function openDialog() {
  server.use(listed([]));
  const opened = await openPage(ImportsPage, ROUTE, { at: '/importacoes?nova=1' });
  const dialog = await screen.findByRole('dialog', { name: 'Nova importação' });
  const input = within(dialog).getByLabelText<HTMLInputElement>(/Solte a planilha/);
  return { ...opened, dialog, input };
}

test('imports are listed with state and counts; errors make a finished one amber in words', async () => {
  server.use(listed([importView({ state: 'done', counts: { create: 1204, update: 312, skip: 47, error: 18 } })]));
  await openPage(ImportsPage, ROUTE);
  const row = await screen.findByRole('row', { name: /feira\.csv/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .slice(1, 6)
      .map((cell) => cell.textContent),
  ).toEqual(['Concluída com erros', '1.204', '312', '47', '18']);
  expect(within(row).getByRole('link').getAttribute('href')).toBe(`/importacoes/${importView().id}`);
});

test('no import yet: one action, which opens the first step', async () => {
  server.use(listed([]));
  const { user } = await openPage(ImportsPage, ROUTE);
  const title = await screen.findByText('Nenhuma importação ainda');
  await user.click(within(title.parentElement ?? document.body).getByRole('button', { name: 'Nova importação' }));
  expect(await screen.findByRole('dialog', { name: 'Nova importação' })).toBeDefined();
  expect(location.search).toBe('?nova=1');
});

test('a file goes to the API and its columns are the next step', async () => {
  const { user, input } = await openDialog();
  server.use(apiHandler('post', '/api/v1/public/imports', () => ({ status: 201, body: importView() })));
  await user.upload(input, csv('Nome;E-mail\nAna;a@x.br'));
  await waitFor(() => expect(location.pathname).toBe(`/importacoes/${importView().id}`));
});

test.each([
  ['an empty file', csv(''), 'O arquivo leads.csv está vazio.'],
  ['a spreadsheet', new File(['PK'], 'leads.xlsx'), 'use Salvar como → CSV'],
  ['a picture', new File(['x'], 'foto.png', { type: 'image/png' }), 'foto.png não é um CSV.'],
])('%s is refused in words, without a request', async (_what, file, text) => {
  const { dialog, input } = await openDialog();
  // As a drop brings it: a drop knows no `accept`.
  fireEvent.drop(input, { dataTransfer: { files: [file] } });
  expect((await within(dialog).findByRole('alert')).textContent).toContain(text);
});

test.each([
  [422, 'file_not_table', 'Não há linha de cabeçalho.'],
  [413, 'file_too_large', 'O arquivo passa de 50 MB.'],
])('what the API refuses (%i %s) is said with its words and request', async (status, code, detail) => {
  const { user, dialog, input } = await openDialog();
  server.use(apiHandler('post', '/api/v1/public/imports', () => problem(status, code, { detail })));
  await user.upload(input, csv('1;2\n3;4'));
  const alert = await within(dialog).findByRole('alert');
  expect(alert.textContent).toContain(detail);
  expect(alert.textContent).toContain('req-teste');
  expect(location.pathname).toBe(ROUTE);
});
