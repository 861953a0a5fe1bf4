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
import { SignInPage } from './sign-in-page.tsx';

let needed = false;
let bodies: unknown[] = [];
const welcome = (): Answer => ({
  status: 200,
  body: sessionData({ user: { ...sessionData().user, theme: 'system' } }),
});
let signIn = welcome;

async function open({ at = '/entrar', signedIn = false } = {}): Promise<RenderedPage> {
  server.use(
    apiHandler('get', '/api/v1/auth/setup', () => ({ status: 200, body: { needed } })),
    apiHandler('post', '/api/v1/auth/login', ({ body }) => {
      bodies.push(body);
      return signIn();
    }),
  );
  const session = fakeSession(signedIn ? undefined : { status: 'signed-out' });
  session.load = async () => {
    session.set({ status: 'signed-in', data: sessionData() });
    return session.current();
  };
  return renderPage(SignInPage, {
    name: NAME,
    messages,
    route: '/entrar',
    at,
    connect: ({ session: own }) => connectApi(own),
    session,
  });
}
async function fill({ user }: RenderedPage, email: string, password: string): Promise<void> {
  if (email !== '') await user.type(await screen.findByLabelText('E-mail'), email);
  if (password !== '') await user.type(screen.getByLabelText('Senha'), password);
  await user.click(await screen.findByRole('button', { name: 'Entrar' }));
}
const address = (): string => location.pathname + location.search;

beforeEach(() => {
  needed = false;
  bodies = [];
  signIn = welcome;
});

describe('the sign-in page', () => {
  it('signs in and goes to the leads', async () => {
    const page = await open();
    await fill(page, ' ana@exemplo.com.br ', 'ipê-amarelo-14');
    await waitFor(() => expect(address()).toBe('/leads'));
    expect(bodies).toEqual([{ email: 'ana@exemplo.com.br', password: 'ipê-amarelo-14' }]);
  });

  it("takes over the account's language and theme", async () => {
    const page = await open();
    const { user } = sessionData();
    page.session.load = async () => {
      page.session.set({ status: 'signed-in', data: sessionData({ user: { ...user, locale: 'en', theme: 'dark' } }) });
      return page.session.current();
    };
    await fill(page, 'ana@exemplo.com.br', 'ipê-amarelo-14');
    await waitFor(() =>
      expect(page.events.emitted).toContainEqual({ type: 'preference', detail: { locale: 'en', theme: 'dark' } }),
    );
  });

  it('goes back to where the visitor wanted to go', async () => {
    const page = await open({ at: '/entrar?voltar=%2Fleads%2F7%3Ftab%3Dnotas' });
    await fill(page, 'ana@exemplo.com.br', 'ipê-amarelo-14');
    await waitFor(() => expect(address()).toBe('/leads/7?tab=notas'));
  });

  it('goes nowhere else, whatever the address asks for', async () => {
    const page = await open({ at: '/entrar?voltar=%2F%2Fevil.example' });
    await fill(page, 'ana@exemplo.com.br', 'ipê-amarelo-14');
    await waitFor(() => expect(address()).toBe('/leads'));
  });

  it('asks nothing of somebody who is signed in', async () => {
    await open({ at: '/entrar?voltar=/funil', signedIn: true });
    await waitFor(() => expect(address()).toBe('/funil'));
  });

  it('leads to the first account while there is none', async () => {
    needed = true;
    await open();
    await waitFor(() => expect(address()).toBe('/criar-conta'));
    expect(screen.queryByLabelText('E-mail')).toBeNull();
  });

  it('says that the password is wrong, and keeps what was typed', async () => {
    signIn = () => problem(401, 'wrong_credentials', { detail: 'E-mail ou senha incorretos.' });
    const page = await open();
    await fill(page, 'ana@exemplo.com.br', 'errada-14');
    expect((await screen.findByRole('alert')).textContent).toBe('E-mail ou senha incorretos.');
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('ana@exemplo.com.br');
    expect(screen.getByLabelText<HTMLInputElement>('Senha').value).toBe('errada-14');
    expect(screen.getByLabelText('Senha').getAttribute('aria-invalid')).toBe('true');
    expect(address()).toBe('/entrar');
  });

  it('names what is missing, without asking the API', async () => {
    const page = await open();
    await screen.findByLabelText('E-mail');
    await fill(page, '', '');
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'Informe o e-mail.',
      'Informe a senha.',
    ]);
    expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
    expect(bodies).toEqual([]);
  });

  it('holds the button for as long as the API says', async () => {
    signIn = () => ({ ...problem(429, 'too_many_attempts'), headers: { 'Retry-After': '1' } });
    const page = await open();
    await fill(page, 'ana@exemplo.com.br', 'errada-14');
    expect((await screen.findByRole('alert')).textContent).toContain('Você pode tentar de novo em 1 s.');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Entrar' });
    expect(button.disabled).toBe(true);
    await waitFor(() => expect(button.disabled).toBe(false), { timeout: 3_500 });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that nobody answered, and lets the visitor try again', async () => {
    const page = await open();
    await screen.findByLabelText('E-mail');
    const { fetch: whole } = page.session;
    page.session.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await fill(page, 'ana@exemplo.com.br', 'ipê-amarelo-14');
    expect((await screen.findByRole('alert')).textContent).toContain('O que você digitou continua aqui.');
    page.session.fetch = whole;
    await page.user.click(screen.getByRole('button', { name: 'Entrar' }));
    await waitFor(() => expect(address()).toBe('/leads'));
  });

  it('says so when the browser keeps no cookies', async () => {
    const page = await open();
    page.session.load = async () => ({ status: 'signed-out' });
    await fill(page, 'ana@exemplo.com.br', 'ipê-amarelo-14');
    expect((await screen.findByRole('alert')).textContent).toContain('recusou os cookies');
  });

  it('shows the password on demand, and warns of Caps Lock', async () => {
    const page = await open();
    const field = await screen.findByLabelText<HTMLInputElement>('Senha');
    expect(field.type).toBe('password');
    await page.user.click(screen.getByRole('button', { name: 'Mostrar caracteres' }));
    expect(field.type).toBe('text');
    await page.user.click(field);
    await page.user.keyboard('{CapsLock}a');
    expect(await screen.findByText('Caps Lock está ligado.')).toBeDefined();
  });

  it('lets password managers fill it in', async () => {
    await open();
    expect((await screen.findByLabelText('E-mail')).getAttribute('autocomplete')).toBe('username');
    expect(screen.getByLabelText('Senha').getAttribute('autocomplete')).toBe('current-password');
  });

  it('tells the shell which language and theme the visitor wants', async () => {
    const page = await open();
    await screen.findByLabelText('E-mail');
    await page.user.click(screen.getByRole('button', { name: 'Tema escuro' }));
    await page.user.click(screen.getByRole('button', { name: 'English' }));
    expect(page.events.emitted.filter(({ type }) => type === 'preference').map(({ detail }) => detail)).toEqual([
      { theme: 'dark' },
      { locale: 'en' },
    ]);
  });
});
