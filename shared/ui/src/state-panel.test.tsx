import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { LoadingPanel } from './loading-panel.tsx';
import { DeniedPanel, EmptyPanel, ErrorPanel } from './state-panel.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const request = { id: 'req_1', label: 'Pedido', copyLabel: 'Copiar', copiedLabel: 'Copiado' };

test('an error is announced with its cause, can be tried again and gives the request id', async () => {
  const user = userEvent.setup();
  const onRetry = vi.fn();
  render(
    <ErrorPanel
      title="Não foi possível carregar Leads"
      description="Sem resposta."
      retryLabel="Tentar de novo"
      onRetry={onRetry}
      request={request}
    />,
  );
  expect(screen.getByRole('alert').textContent).toContain('Sem resposta.');
  await user.click(screen.getByRole('button', { name: 'Tentar de novo' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Copiar' }));
  expect(await navigator.clipboard.readText()).toBe('req_1');
  expect(screen.getByRole('status').textContent).toBe('Copiado');
});

test('a clipboard that refuses is shown, not passed over', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  render(<ErrorPanel title="Falhou" retryLabel="Tentar de novo" onRetry={vi.fn()} request={request} />);
  await user.click(screen.getByRole('button', { name: 'Copiar' }));
  expect(screen.queryByText('Copiado')).toBeNull();
  expect(screen.getByRole('button', { name: 'Copiar' }).querySelector('.lucide-triangle-alert')).not.toBeNull();
});

test('a skeleton waits 200 ms, while the region is busy from the start', () => {
  vi.useFakeTimers();
  render(
    <LoadingPanel label="Carregando leads">
      <p>esqueleto</p>
    </LoadingPanel>,
  );
  expect(document.querySelector('[aria-busy="true"]')).not.toBeNull();
  act(() => vi.advanceTimersByTime(199));
  expect(screen.queryByText('esqueleto')).toBeNull();
  act(() => vi.advanceTimersByTime(1));
  expect(screen.getByText('esqueleto')).toBeDefined();
  expect(screen.getByRole('status').textContent).toBe('Carregando leads');
});

test('empty and denied say what and offer the way on', () => {
  render(
    <>
      <EmptyPanel title="Nenhum lead" action={<button type="button">Novo lead</button>} />
      <DeniedPanel title="Sem acesso" description="Falta “Ver auditoria”." />
    </>,
  );
  expect(screen.getByRole('heading', { name: 'Nenhum lead' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Novo lead' })).toBeDefined();
  expect(screen.getByText('Falta “Ver auditoria”.')).toBeDefined();
});
