import { apiHandler, problem, server } from '@piloto/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../testing/open-page.tsx';
import { ProfilePage } from './profile-page.tsx';

const ROUTE = '/configuracoes/perfil';
const ME = {
  id: '01980000-0000-7000-8000-000000000001',
  name: 'Ana Souza',
  email: 'ana@exemplo.com.br',
  locale: 'pt-BR',
  theme: 'system',
};
const serveMe = (): void => server.use(apiHandler('get', '/api/v1/public/me', () => ({ status: 200, body: ME })));

async function fillPassword(user: Awaited<ReturnType<typeof openPage>>['user'], repeat: string): Promise<void> {
  await user.type(await screen.findByLabelText('Senha atual'), 'senha-antiga');
  await user.type(screen.getByLabelText('Nova senha'), 'senha-nova-1');
  await user.type(screen.getByLabelText('Repita a nova senha'), repeat);
  await user.click(screen.getByRole('button', { name: 'Alterar senha' }));
}

test('a theme is applied at once and kept on the account', async () => {
  serveMe();
  const sent: unknown[] = [];
  server.use(
    apiHandler('patch', '/api/v1/public/me', ({ body }) => {
      sent.push(body);
      return { status: 200, body: { ...ME, theme: 'dark' } };
    }),
  );
  const { user, events } = await openPage(ProfilePage, ROUTE);
  await user.click(await screen.findByRole('radio', { name: 'Escuro' }));
  expect(events.emitted).toContainEqual({ type: 'preference', detail: { theme: 'dark' } });
  await waitFor(() => expect(sent).toEqual([{ theme: 'dark' }]));
});

test('a theme that the account does not keep is taken back, and the user hears of it', async () => {
  serveMe();
  server.use(
    apiHandler('patch', '/api/v1/public/me', () =>
      problem(503, 'database_unavailable', { detail: 'Banco fora do ar.' }),
    ),
  );
  const { user, events } = await openPage(ProfilePage, ROUTE);
  await user.click(await screen.findByRole('radio', { name: 'Escuro' }));
  await waitFor(() =>
    expect(events.emitted.filter(({ type }) => type !== 'title').map(({ detail }) => detail)).toEqual([
      { theme: 'dark' },
      { theme: 'system' },
      { tone: 'error', title: 'A preferência não foi guardada na conta', detail: 'Banco fora do ar.' },
    ]),
  );
});

test('a new name is saved, and the session is asked for it', async () => {
  serveMe();
  const sent: unknown[] = [];
  server.use(
    apiHandler('patch', '/api/v1/public/me', ({ body }) => {
      sent.push(body);
      return { status: 200, body: { ...ME, name: 'Ana Maria' } };
    }),
  );
  const { user, events } = await openPage(ProfilePage, ROUTE);
  const name = await screen.findByLabelText('Nome');
  await user.clear(name);
  await user.click(screen.getByRole('button', { name: 'Salvar' }));
  expect(await screen.findByText('Informe seu nome.')).toBeDefined();
  await user.type(name, '  Ana Maria ');
  await user.click(screen.getByRole('button', { name: 'Salvar' }));
  await waitFor(() => expect(sent).toEqual([{ name: 'Ana Maria' }]));
  expect(events.emitted).toContainEqual({ type: 'toast', detail: { tone: 'success', title: 'Perfil salvo' } });
});

test('a wrong current password is told at its field, and nothing typed is lost', async () => {
  serveMe();
  server.use(
    apiHandler('post', '/api/v1/public/me/password', () =>
      problem(403, 'wrong_password', { detail: 'Digite a senha com que você entra hoje.' }),
    ),
  );
  const { user } = await openPage(ProfilePage, ROUTE);
  await fillPassword(user, 'senha-nova-1');
  const current = screen.getByLabelText<HTMLInputElement>('Senha atual');
  await waitFor(() => expect(current.getAttribute('aria-invalid')).toBe('true'));
  const described = document.getElementById(current.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toBe('Digite a senha com que você entra hoje.');
  expect(screen.getByLabelText<HTMLInputElement>('Nova senha').value).toBe('senha-nova-1');
});

test('two different new passwords are not sent', async () => {
  serveMe();
  const { user } = await openPage(ProfilePage, ROUTE);
  await fillPassword(user, 'outra-senha');
  expect(await screen.findByText(/As duas senhas não são iguais/)).toBeDefined();
});

test('a changed password says how many sessions ended and empties the form', async () => {
  serveMe();
  const sent: unknown[] = [];
  server.use(
    apiHandler('post', '/api/v1/public/me/password', ({ body }) => {
      sent.push(body);
      return { status: 200, body: { ended: 2 } };
    }),
  );
  const { user, events } = await openPage(ProfilePage, ROUTE);
  await fillPassword(user, 'senha-nova-1');
  await waitFor(() =>
    expect(events.emitted).toContainEqual({
      type: 'toast',
      detail: { tone: 'success', title: 'Senha alterada', detail: '2 outras sessões encerradas' },
    }),
  );
  expect(sent).toEqual([{ current: 'senha-antiga', new: 'senha-nova-1', end_other_sessions: true }]);
  expect(screen.getByLabelText<HTMLInputElement>('Senha atual').value).toBe('');
});

test('a profile that cannot be read says why, with the request id, and can be asked for again', async () => {
  let calls = 0;
  server.use(
    apiHandler('get', '/api/v1/public/me', () => {
      calls += 1;
      return calls === 1 ? problem(401, 'signed_out', { detail: 'Sua sessão terminou.' }) : { status: 200, body: ME };
    }),
  );
  const { user } = await openPage(ProfilePage, ROUTE);
  expect((await screen.findByRole('alert')).textContent).toContain('Sua sessão terminou.');
  expect(screen.getByText('req-teste')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Tentar de novo' }));
  expect(await screen.findByLabelText<HTMLInputElement>('E-mail')).toHaveProperty('value', ME.email);
});
