import { apiHandler, problem, server } from '@piloto/testing';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../testing/open-page.tsx';
import { MembersPage } from './members-page.tsx';

const ROUTE = '/configuracoes/membros';
const member = (override: Record<string, string | null>) => ({
  id: '01980000-0000-7000-8000-000000000101',
  name: 'Ana Souza',
  email: 'ana@exemplo.com.br',
  role: 'owner',
  status: 'active',
  last_seen_at: '2020-11-24T12:00:00Z',
  ...override,
});

test('members are listed with role and status in words, page by page, and counted by role', async () => {
  server.use(
    apiHandler('get', '/api/v1/public/members', ({ url }) =>
      url.searchParams.get('cursor') === 'next'
        ? {
            status: 200,
            body: {
              items: [
                member({ id: '01980000-0000-7000-8000-000000000103', name: 'Davi', role: 'seller', email: 'd@x.br' }),
              ],
              next_cursor: null,
            },
          }
        : {
            status: 200,
            body: {
              items: [
                member({}),
                member({
                  id: '01980000-0000-7000-8000-000000000102',
                  name: 'Caio Dias',
                  email: 'caio@x.br',
                  role: 'seller',
                  status: 'disabled',
                  last_seen_at: null,
                }),
              ],
              next_cursor: 'next',
            },
          },
    ),
  );
  const { user } = await openPage(MembersPage, ROUTE);
  const caio = await screen.findByRole('row', { name: /Caio Dias/ });
  expect(
    within(caio)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([expect.stringContaining('Caio Dias'), 'caio@x.br', 'Vendedor', 'Suspenso', '–Nunca entrou']);
  expect(within(screen.getByRole('row', { name: /Ana Souza/ })).getByText('24/11/2020')).toBeDefined();
  expect(within(screen.getByRole('row', { name: /Ana Souza/ })).getByText('Você')).toBeDefined();
  expect(screen.getByText('2 membros carregados')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Carregar mais' }));
  expect(await screen.findByText('1 proprietário · 2 vendedores')).toBeDefined();
  expect(screen.getByText('3 membros')).toBeDefined();
});

test('a refusal says what is missing', async () => {
  server.use(
    apiHandler('get', '/api/v1/public/members', () =>
      problem(403, 'forbidden', { title: 'Sem permissão', detail: 'Falta members:read.', permission: 'members:read' }),
    ),
  );
  await openPage(MembersPage, ROUTE);
  expect(await screen.findByText('Falta members:read.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Tentar de novo' })).toBeNull();
});
