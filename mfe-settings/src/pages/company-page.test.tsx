import { apiHandler, problem, server } from '@piloto/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../testing/open-page.tsx';
import { CompanyPage } from './company-page.tsx';

const ROUTE = '/configuracoes/empresa';
const COMPANY = {
  id: '01980000-0000-7000-8000-0000000000aa',
  name: 'Vértice Solar',
  document: '12ABC34501DE35',
  time_zone: 'America/Sao_Paulo',
  created_at: '2026-03-02T12:00:00Z',
  updated_at: '2026-11-20T12:00:00Z',
};

/** An organization behind the API: PATCH with a stale tag is refused, as the API does it. */
function serveCompany() {
  const state = { company: { ...COMPANY }, version: 1 };
  const changes: unknown[] = [];
  // As the API sends it; the test's browser would keep an answer with an ETag otherwise.
  const tag = (): Record<string, string> => ({ etag: `"v${state.version}"`, 'cache-control': 'no-store' });
  server.use(
    apiHandler('get', '/api/v1/public/organization', () => ({ status: 200, body: state.company, headers: tag() })),
    apiHandler('patch', '/api/v1/public/organization', ({ body, headers }) => {
      if (headers.get('if-match') !== `"v${state.version}"`)
        return problem(412, 'precondition_failed', { current: state.company });
      changes.push(body);
      state.company = { ...state.company, ...(body as Partial<typeof COMPANY>) };
      state.version += 1;
      return { status: 200, body: state.company, headers: tag() };
    }),
  );
  const changeElsewhere = (change: Partial<typeof COMPANY>): void => {
    state.company = { ...state.company, ...change };
    state.version += 1;
  };
  return { state, changes, changeElsewhere };
}

test('only what changed is sent, and the CNPJ goes without its mask', async () => {
  const { changes } = serveCompany();
  const { user, events } = await openPage(CompanyPage, ROUTE);
  const cnpj = await screen.findByLabelText<HTMLInputElement>('CNPJ');
  expect(cnpj.value).toBe('12.ABC.345/01DE-35');
  await user.clear(cnpj);
  await user.type(cnpj, '11222333000181');
  expect(cnpj.value).toBe('11.222.333/0001-81');
  await user.click(screen.getByRole('button', { name: 'Salvar' }));
  await waitFor(() => expect(changes).toEqual([{ document: '11222333000181' }]));
  await waitFor(() =>
    expect(events.emitted).toContainEqual({
      type: 'toast',
      detail: { tone: 'success', title: 'Dados da empresa salvos' },
    }),
  );
});

test('a CNPJ with wrong digits is refused at the field', async () => {
  const { changes } = serveCompany();
  const { user } = await openPage(CompanyPage, ROUTE);
  const cnpj = await screen.findByLabelText<HTMLInputElement>('CNPJ');
  await user.clear(cnpj);
  await user.type(cnpj, '11222333000182');
  await user.click(screen.getByRole('button', { name: 'Salvar' }));
  await waitFor(() => expect(cnpj.getAttribute('aria-invalid')).toBe('true'));
  expect(changes).toEqual([]);
});

test('a change from elsewhere is shown beside one’s own, and one’s own can still be saved', async () => {
  const { state, changes, changeElsewhere } = serveCompany();
  const { user } = await openPage(CompanyPage, ROUTE);
  const name = await screen.findByLabelText('Nome');
  await user.type(name, ' do Sul');
  changeElsewhere({ name: 'Vértice Energia' });
  await user.click(screen.getByRole('button', { name: 'Salvar' }));
  expect(await screen.findByText('Outra pessoa salvou estes dados')).toBeDefined();
  expect(screen.getByText('Vértice Energia')).toBeDefined();
  expect(screen.getByText('Vértice Solar do Sul')).toBeDefined();
  expect(changes).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Salvar o meu' }));
  await waitFor(() => expect(state.company.name).toBe('Vértice Solar do Sul'));
});

test('the change from elsewhere can be taken', async () => {
  const { state, changeElsewhere } = serveCompany();
  const { user } = await openPage(CompanyPage, ROUTE);
  const name = await screen.findByLabelText<HTMLInputElement>('Nome');
  await user.type(name, ' do Sul');
  changeElsewhere({ name: 'Vértice Energia' });
  await user.click(screen.getByRole('button', { name: 'Salvar' }));
  await user.click(await screen.findByRole('button', { name: 'Ficar com o salvo' }));
  expect(name.value).toBe('Vértice Energia');
  expect(state.company.name).toBe('Vértice Energia');
});

test('without the permission to change it there is no form', async () => {
  serveCompany();
  await openPage(CompanyPage, ROUTE, { session: { role: 'viewer', permissions: ['organization:read'] } });
  expect(await screen.findByText('12.ABC.345/01DE-35')).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Salvar' })).toBeNull();
});
