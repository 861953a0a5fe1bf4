import { apiHandler, problem, server } from '@piloto/testing';
import { queryClient } from '@piloto/runtime';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { facetsHandler, giveHeights, lead, leadId, leads, listHandler, page } from '../testing/leads.ts';
import { openPage } from '../testing/open-page.tsx';
import { LeadsPage } from './leads-page.tsx';

beforeEach(() => {
  giveHeights();
  sessionStorage.clear();
});
const names = (): string[] => screen.getAllByRole('link', { name: /^Lead \d+$/ }).map((link) => link.textContent ?? '');

test('the address is the question: filters, search and sort are sent, and columns are not', async () => {
  const { asked, handler } = listHandler(() => page([lead()]));
  server.use(handler, facetsHandler());
  await openPage(LeadsPage, '/leads', {
    at: '/leads?q=padaria&stage=new&stage=won&min_score=70&sort=-value&cols=stage',
  });
  const row = await screen.findByRole('row', { name: /Marina/ });
  expect(asked).toEqual(['?limit=60&q=padaria&stage=new&stage=won&min_score=70&sort=-value']);
  expect(within(row).getAllByRole('cell')).toHaveLength(2);
  expect(screen.getByRole('group', { name: 'Estágio é Novo, Ganho' })).toBeDefined();
  expect(screen.getByRole('searchbox', { name: 'Buscar leads' })).toHaveProperty('value', 'padaria');
  expect(screen.getByText('1–1 de 1 lead')).toBeDefined();
});

test('a head sorts, says so, and turns round; the default leaves no trace in the address', async () => {
  const { asked, handler } = listHandler(() => page(leads(3)));
  server.use(handler);
  const { user } = await openPage(LeadsPage, '/leads');
  await screen.findByRole('link', { name: 'Lead 1' });
  expect(screen.getByRole('columnheader', { name: 'Criado' }).getAttribute('aria-sort')).toBe('descending');
  await user.click(screen.getByRole('button', { name: 'Valor (R$)' }));
  await waitFor(() => expect(location.search).toBe('?sort=-value'));
  expect(screen.getByRole('columnheader', { name: 'Valor (R$)' }).getAttribute('aria-sort')).toBe('descending');
  await user.click(screen.getByRole('button', { name: 'Valor (R$)' }));
  await waitFor(() => expect(asked.at(-1)).toBe('?limit=60&sort=value'));
  await user.click(screen.getByRole('button', { name: 'Criado' }));
  await waitFor(() => expect(location.search).toBe(''));
});

test('typing asks once, after a pause; "Limpar" empties address and field', async () => {
  const { asked, handler } = listHandler(() => page(leads(1)));
  server.use(handler, facetsHandler());
  const { user } = await openPage(LeadsPage, '/leads', { at: '/leads?tag=vip' });
  await screen.findByRole('link', { name: 'Lead 1' });
  await user.keyboard('/joão');
  await waitFor(() => expect(location.search).toBe('?q=jo%C3%A3o&tag=vip'));
  await waitFor(() => expect(asked).toEqual(['?limit=60&tag=vip', '?limit=60&q=jo%C3%A3o&tag=vip']));
  await user.click(screen.getByRole('button', { name: 'Limpar' }));
  await waitFor(() => expect(location.search).toBe(''));
  expect(screen.getByRole('searchbox', { name: 'Buscar leads' })).toHaveProperty('value', '');
});

test('a filter is added from the menu and taken away by its chip', async () => {
  const { asked, handler } = listHandler(() => page(leads(1)));
  server.use(handler, facetsHandler());
  const { user } = await openPage(LeadsPage, '/leads');
  await screen.findByRole('link', { name: 'Lead 1' });
  await user.click(screen.getByRole('button', { name: 'Filtrar' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Origem' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Feira' }));
  await waitFor(() => expect(asked.at(-1)).toBe('?limit=60&source=Feira'));
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Remover filtro Origem' }));
  await waitFor(() => expect(location.search).toBe(''));
});

test('rows are virtualised, and the next page comes before the end', async () => {
  const all = leads(260);
  const { asked, handler } = listHandler((search) =>
    search.get('cursor') === null ? page(all.slice(0, 60), 'next', 260) : page(all.slice(60), null, 260),
  );
  server.use(handler);
  const { user } = await openPage(LeadsPage, '/leads');
  await screen.findByRole('link', { name: 'Lead 1' });
  expect(screen.getByRole('table', { name: 'Leads' }).getAttribute('aria-rowcount')).toBe('261');
  expect(names().length).toBeLessThan(60);
  expect(screen.getByRole('row', { name: /^Lead 3 / }).getAttribute('aria-rowindex')).toBe('4');
  await waitFor(() => expect(asked).toEqual(['?limit=60', '?limit=200&cursor=next']));
  await user.keyboard('jj');
  expect(document.activeElement?.textContent).toBe('Lead 2');
  await user.keyboard('k');
  expect(screen.getByRole('row', { current: true })).toBe(screen.getByRole('row', { name: /^Lead 1 / }));
  await user.keyboard('{Enter}');
  expect(location.pathname).toBe(`/leads/${leadId(1)}`);
});

test('opening a row keeps the list in the address', async () => {
  server.use(listHandler(() => page(leads(2))).handler, facetsHandler());
  const { user } = await openPage(LeadsPage, '/leads', { at: '/leads?stage=new' });
  const row = await screen.findByRole('row', { name: /^Lead 2 / });
  await user.click(within(row).getAllByRole('cell')[2] ?? row);
  expect(location.pathname + location.search).toBe(`/leads/${leadId(2)}?stage=new`);
});

test('no lead at all offers the import; no match offers to clear, and says how many there are', async () => {
  server.use(
    listHandler((search) => (search.has('stage') ? page([]) : page(leads(1), null, 12_431))).handler,
    facetsHandler(),
  );
  const { user, unmount } = await openPage(LeadsPage, '/leads', { at: '/leads?stage=lost&sort=name' });
  expect(await screen.findByText('Nenhum lead com estes filtros')).toBeDefined();
  expect(await screen.findByText('Há 12.431 leads sem Estágio.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Limpar filtros' }));
  expect(await screen.findByRole('link', { name: 'Lead 1' })).toBeDefined();
  expect(location.search).toBe('?sort=name');
  unmount();
  server.use(listHandler(() => page([])).handler);
  await openPage(LeadsPage, '/leads', { at: '/leads?sort=-name' });
  expect(await screen.findByText('Nenhum lead ainda')).toBeDefined();
  const main = screen.getByText('Nenhum lead ainda').parentElement ?? document.body;
  expect(within(main).getByRole('link', { name: 'Importar planilha' }).getAttribute('href')).toBe('/importacoes');
});

test('a failure says its cause and request, and can be tried again', async () => {
  let works = false;
  const { handler } = listHandler(() =>
    works ? page(leads(1)) : problem(422, 'invalid_fields', { detail: 'O filtro não existe.' }),
  );
  server.use(handler);
  const { user } = await openPage(LeadsPage, '/leads');
  expect(await screen.findByText('O filtro não existe.')).toBeDefined();
  expect(screen.getByText('req-teste')).toBeDefined();
  works = true;
  await user.click(screen.getByRole('button', { name: 'Tentar de novo' }));
  expect(await screen.findByRole('link', { name: 'Lead 1' })).toBeDefined();
});

test('when the next page does not come, what is there stays and says so', async () => {
  let works = false;
  const { handler } = listHandler((search) =>
    search.get('cursor') === null
      ? page(leads(2), 'next', 3)
      : works
        ? page([lead({ id: leadId(3), name: 'Lead 3' })], null, 3)
        : problem(422, 'invalid_fields'),
  );
  server.use(handler);
  const { user } = await openPage(LeadsPage, '/leads');
  expect(await screen.findByText('Não foi possível carregar mais leads.')).toBeDefined();
  expect(names()).toEqual(['Lead 1', 'Lead 2']);
  works = true;
  await user.click(screen.getByRole('button', { name: 'Tentar de novo' }));
  expect(await screen.findByRole('link', { name: 'Lead 3' })).toBeDefined();
});

test('who may only read sees no button that writes', async () => {
  server.use(listHandler(() => page(leads(1))).handler);
  await openPage(LeadsPage, '/leads', { session: { role: 'viewer', permissions: ['leads:read'] } });
  await screen.findByRole('link', { name: 'Lead 1' });
  for (const name of ['Novo lead', 'Importar planilha', 'Exportar']) {
    expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('link', { name })).toBeNull();
  }
});

test('columns are chosen in the address; an export that is refused says why', async () => {
  const exported: string[] = [];
  server.use(
    listHandler(() => page(leads(1))).handler,
    apiHandler('get', '/api/v1/public/leads/export.csv', ({ url }) => {
      exported.push(url.search);
      return problem(403, 'permission_missing', { detail: 'Falta leads:export.' });
    }),
  );
  const { user, events } = await openPage(LeadsPage, '/leads', { at: '/leads?sort=name' });
  await screen.findByRole('link', { name: 'Lead 1' });
  await user.click(screen.getByRole('button', { name: 'Colunas' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Origem' }));
  await waitFor(() =>
    expect(location.search).toBe('?sort=name&cols=company%2Cstage%2Cscore%2Cowner%2Cvalue%2Ccreated_at%2Cupdated_at'),
  );
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Origem' })).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Exportar' }));
  await waitFor(() =>
    expect(events.emitted).toContainEqual({
      type: 'toast',
      detail: { tone: 'error', title: 'Não foi possível exportar os leads', detail: 'Falta leads:export.' },
    }),
  );
  expect(exported).toEqual(['?sort=name']);
});

test('a refresh that fails keeps the rows and says from when they are', async () => {
  let works = true;
  const { handler } = listHandler(() => (works ? page(leads(2)) : problem(422, 'invalid_fields')));
  server.use(handler);
  const { user } = await openPage(LeadsPage, '/leads');
  await screen.findByRole('link', { name: 'Lead 1' });
  works = false;
  await act(() => queryClient.invalidateQueries({ queryKey: ['leads'] }));
  expect(await screen.findByText('Desatualizado')).toBeDefined();
  expect(screen.getByText(/^Dados das \d\d:\d\d\. Requisição req-teste$/)).toBeDefined();
  expect(names()).toEqual(['Lead 1', 'Lead 2']);
  works = true;
  await user.click(screen.getByRole('button', { name: 'Atualizar' }));
  await waitFor(() => expect(screen.queryByText('Desatualizado')).toBeNull());
});
