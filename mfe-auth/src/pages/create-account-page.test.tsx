import { connectApi } from '@piloto/api-client';
import {
  type Answer,
  apiHandler,
  fakeSession,
  problem,
  type RenderedPage,
  renderPage,
  server,
  sessionData,
} from '@piloto/testing';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { messages, NAME } from '../messages.ts';
import { CreateAccountPage } from './create-account-page.tsx';

const FORM = {
  Empresa: 'Vértice Solar',
  'Seu nome': 'Ana Souza',
  'E-mail': 'ana@exemplo.com.br',
  Senha: 'ipê-amarelo-14',
};
let needed = true;
let bodies: unknown[] = [];
const welcome = (): Answer => ({
  status: 201,
  body: sessionData({ user: { ...sessionData().user, theme: 'system' } }),
});
let setUp = welcome;

async function open(): Promise<RenderedPage> {
  server.use(
    apiHandler('get', '/api/v1/auth/setup', () => ({ status: 200, body: { needed } })),
    apiHandler('post', '/api/v1/auth/setup', ({ body }) => {
      bodies.push(body);
      return setUp();
    }),
  );
  const session = fakeSession({ status: 'signed-out' });
  session.load = async () => {
    session.set({ status: 'signed-in', data: sessionData() });
    return session.current();
  };
  const connect = ({ session: own }: RenderedPage['props']): void => connectApi(own);
  return renderPage(CreateAccountPage, { name: NAME, messages, route: '/criar-conta', connect, session });
}
async function send({ user }: RenderedPage, values: Partial<typeof FORM>): Promise<void> {
  await screen.findByLabelText('Empresa');
  for (const [label, value] of Object.entries(values)) {
    await user.click(screen.getByLabelText(label));
    await user.paste(value); // as password managers do, and faster than keys
  }
  await user.click(screen.getByRole('button', { name: 'Criar conta' }));
}

beforeEach(() => {
  needed = true;
  bodies = [];
  setUp = welcome;
});

describe('the first account', () => {
  it('is created with its organization, and is signed in', async () => {
    await send(await open(), FORM);
    await waitFor(() => expect(location.pathname).toBe('/leads'));
    expect(bodies).toEqual([
      { organization: 'Vértice Solar', name: 'Ana Souza', email: 'ana@exemplo.com.br', password: 'ipê-amarelo-14' },
    ]);
  });

  it('needs each field, and says which', async () => {
    await send(await open(), {});
    await screen.findByText('Informe o nome da empresa.');
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'Informe o nome da empresa.',
      'Informe o seu nome.',
      'Informe o e-mail.',
      'Use pelo menos 8 caracteres.',
    ]);
    expect(bodies).toEqual([]);
  });

  it.each([
    ['curta12', 'Use pelo menos 8 caracteres.'],
    ['x'.repeat(129), 'Use no máximo 128 caracteres.'],
  ])('refuses the password %s', async (password, message) => {
    await send(await open(), { ...FORM, Senha: password });
    expect(await screen.findByText(message)).toBeDefined();
    expect(bodies).toEqual([]);
  });

  it.each(['🌻🌻🌻🌻🌻🌻🌻🌻', ' com espaço e ~ acento ', 'y'.repeat(128)])(
    'accepts the password %s as it is',
    async (password) => {
      await send(await open(), { ...FORM, Senha: password });
      await waitFor(() => expect(bodies).toMatchObject([{ password }]));
    },
  );

  it('ticks the rules of the password while it is typed', async () => {
    const page = await open();
    const rule = (await screen.findByText(/Pelo menos 8 caracteres/)).closest('li');
    expect(rule?.textContent).toContain('ainda não cumprida');
    await page.user.type(screen.getByLabelText('Senha'), 'ipê-amarelo');
    expect(rule?.textContent).not.toContain('ainda não');
  });

  it("shows the API's refusal at its field", async () => {
    setUp = () => problem(422, 'invalid_fields', { errors: [{ field: 'email', message: 'Endereço desconhecido.' }] });
    await send(await open(), FORM);
    expect((await screen.findByRole('alert')).textContent).toBe('Endereço desconhecido.');
    expect(screen.getByLabelText<HTMLInputElement>('Empresa').value).toBe('Vértice Solar');
  });

  it('leads to the sign-in when somebody else was faster', async () => {
    setUp = () => problem(409, 'already_set_up', { detail: 'Esta instalação já tem uma empresa.' });
    await send(await open(), FORM);
    expect((await screen.findByRole('alert')).textContent).toContain('Esta instalação já tem uma empresa.');
    expect(screen.getByRole('link', { name: 'Ir para a entrada' }).getAttribute('href')).toBe('/entrar');
  });

  it('offers no form once the organization exists', async () => {
    needed = false;
    await open();
    expect(await screen.findByRole('heading', { name: 'A empresa já existe' })).toBeDefined();
    expect(screen.queryByLabelText('Empresa')).toBeNull();
  });
});
