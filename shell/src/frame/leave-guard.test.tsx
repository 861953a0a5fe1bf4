import { registerMessages, setLocale } from '@piloto/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import ptBR from '../locales/pt-BR.json';
import { unsaved } from '../unsaved.ts';
import { LeaveGuard } from './leave-guard.tsx';

const followed = vi.fn();

beforeEach(async () => {
  registerMessages('shell', { 'pt-BR': ptBR, en: async () => ({ default: {} }) });
  await setLocale('pt-BR');
  history.replaceState(null, '', '/leads/7');
  followed.mockReset();
});
afterEach(() => unsaved.clear('form'));

async function clickLink() {
  render(
    <>
      <LeaveGuard />
      <a
        href="/agentes"
        onClick={(event) => {
          event.preventDefault();
          followed();
        }}
      >
        Agentes
      </a>
    </>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('link', { name: 'Agentes' }));
  return user;
}

test('without anything unsaved a link is simply followed', async () => {
  await clickLink();
  expect(followed).toHaveBeenCalledOnce();
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('with something unsaved it asks, names it, and staying loses nothing', async () => {
  unsaved.set('form', 'Alterações em Marina');
  const user = await clickLink();
  expect(followed).not.toHaveBeenCalled();
  expect((await screen.findByRole('alertdialog')).textContent).toContain('Alterações em Marina');
  await user.click(screen.getByRole('button', { name: 'Ficar' }));
  expect(location.pathname).toBe('/leads/7');
});

test('who insists leaves', async () => {
  unsaved.set('form', 'Alterações em Marina');
  const user = await clickLink();
  await user.click(await screen.findByRole('button', { name: 'Sair sem salvar' }));
  expect(location.pathname).toBe('/agentes');
});
