import { connectApi } from '@piloto/api-client';
import { type Answer, apiHandler, problem, type RenderedPage, renderPage, server } from '@piloto/testing';
import { queryClient } from '@piloto/runtime';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { messages, NAME } from '../messages.ts';
import { SessionsPage } from './sessions-page.tsx';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const device = (n: number, user_agent: string, current = false) => ({
  id: `01980000-0000-7000-8000-00000000000${n}`,
  user_agent,
  current,
  ip: `203.0.113.${n}`,
  created_at: '2026-11-20T12:00:00Z',
  last_seen_at: '2026-11-22T12:00:00Z',
  expires_at: '2026-11-27T12:00:00Z',
});
const here = device(1, CHROME, true);
const phone = device(2, IPHONE);
const program = device(3, 'curl/8.5.0');

let items = [here, phone, program];
let ended: unknown[] = [];
let list = (): Answer => ({ status: 200, body: { items, next_cursor: null } });
let endOne = (): Answer => ({ status: 204 });

async function open(locale: 'pt-BR' | 'en' = 'pt-BR'): Promise<RenderedPage> {
  server.use(
    apiHandler('get', '/api/v1/auth/sessions', () => list()),
    apiHandler('delete', '/api/v1/auth/sessions/{session_id}', ({ params }) => {
      ended.push(params.session_id);
      const answer = endOne();
      if (answer.status === 204) items = items.filter(({ id }) => id !== params.session_id);
      return answer;
    }),
    apiHandler('post', '/api/v1/auth/sessions/end-others', () => {
      const others = items.filter(({ current }) => !current).length;
      items = [here];
      return { status: 200, body: { ended: others } };
    }),
  );
  const connect = ({ session }: RenderedPage['props']): void => connectApi(session);
  return renderPage(SessionsPage, { name: NAME, messages, route: '/configuracoes/sessoes', connect, locale });
}
const names = (): string[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.querySelector('.font-medium')?.textContent ?? '');
const toasts = (page: RenderedPage): unknown[] =>
  page.events.emitted.filter(({ type }) => type === 'toast').map(({ detail }) => detail);

beforeEach(() => {
  items = [phone, here, program];
  ended = [];
  list = () => ({ status: 200, body: { items, next_cursor: null } });
  endOne = () => ({ status: 204 });
});

describe('the sessions page', () => {
  it('names each device in words, and the present one', async () => {
    await open();
    const row = await screen.findByRole('row', { name: /Chrome no Windows/ });
    expect(names()).toEqual(['Chrome no Windows', 'Safari no iPhone', 'curl']);
    expect(within(row).getByText('Esta sessão')).toBeDefined();
    expect(within(row).queryByRole('button')).toBeNull();
    expect(within(row).getByText('203.0.113.1')).toBeDefined();
    expect(within(row).getByText('20/11/2026, 09:00')).toBeDefined();
  });

  it('speaks English', async () => {
    await open('en');
    expect(await screen.findByText('Chrome on Windows')).toBeDefined();
  });

  it('ends one session', async () => {
    const page = await open();
    await page.user.click(await screen.findByRole('button', { name: 'Encerrar Safari no iPhone' }));
    expect(names()).toEqual(['Chrome no Windows', 'curl']);
    await waitFor(() => expect(toasts(page)).toEqual([{ tone: 'success', title: '1 sessão encerrada' }]));
    expect(ended).toEqual([phone.id]);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Sessões' }));
  });

  it('takes it back, with the cause, when the API refuses', async () => {
    endOne = () => problem(503, 'unavailable', { detail: 'O banco de dados não respondeu.' });
    const page = await open();
    await page.user.click(await screen.findByRole('button', { name: 'Encerrar curl' }));
    await waitFor(() => expect(names()).toEqual(['Chrome no Windows', 'Safari no iPhone', 'curl']));
    expect(toasts(page)).toEqual([
      { tone: 'error', title: 'Não foi possível encerrar', detail: 'O banco de dados não respondeu.' },
    ]);
  });

  it('ends all the others, after asking', async () => {
    const page = await open();
    await page.user.click(await screen.findByRole('button', { name: 'Encerrar as outras' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Encerrar as outras sessões' });
    expect(dialog.textContent).toContain('2 navegadores saem da sua conta agora');
    await page.user.click(within(dialog).getByRole('button', { name: 'Encerrar 2 sessões' }));
    await waitFor(() => expect(toasts(page)).toEqual([{ tone: 'success', title: '2 sessões encerradas' }]));
    expect(names()).toEqual(['Chrome no Windows']);
    expect(screen.getByText('Esta é a sua única sessão aberta.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Encerrar as outras' })).toBeNull();
  });

  it('ends nothing when the question is dismissed', async () => {
    const page = await open();
    await page.user.click(await screen.findByRole('button', { name: 'Encerrar as outras' }));
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(names()).toHaveLength(3);
  });

  it('says why it cannot be shown, with the request id, and tries again', async () => {
    list = () => problem(400, 'bad_request', { detail: 'O pedido não foi entendido.' });
    const page = await open();
    expect((await screen.findByRole('alert')).textContent).toContain('O pedido não foi entendido.');
    expect(screen.getByText('req-teste')).toBeDefined();
    list = () => ({ status: 200, body: { items, next_cursor: null } });
    await page.user.click(screen.getByRole('button', { name: 'Tentar de novo' }));
    expect(await screen.findByText('Chrome no Windows')).toBeDefined();
  });

  it('keeps a list that could not be renewed, and says that it is old', async () => {
    await open();
    await screen.findByText('Chrome no Windows');
    list = () => problem(400, 'bad_request');
    await queryClient.invalidateQueries();
    expect(await screen.findByText('Desatualizado')).toBeDefined();
    expect(names()).toHaveLength(3);
  });
});
