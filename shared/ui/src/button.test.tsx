import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { Plus } from 'lucide-react';

afterEach(cleanup);

test('a busy button says so, keeps focus and ignores clicks', async () => {
  const user = userEvent.setup();
  const onClick = vi.fn();
  const { rerender } = render(
    <Button onClick={onClick} busyLabel="Salvando…">
      Salvar
    </Button>,
  );
  await user.click(screen.getByRole('button', { name: 'Salvar' }));
  expect(onClick).toHaveBeenCalledTimes(1);

  rerender(
    <Button onClick={onClick} busy busyLabel="Salvando…">
      Salvar
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Salvando…' });
  await user.click(button);
  expect(onClick).toHaveBeenCalledTimes(1);
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(document.activeElement).toBe(button);
});

test('both texts of a button that can be busy stay in the document, so its width is the same in both states', () => {
  render(<Button busyLabel="Salvando…">Salvar</Button>);
  const texts = screen.getByRole('button').textContent;
  expect(texts).toContain('Salvar');
  expect(texts).toContain('Salvando…');
});

test('a busy submit button does not submit again', async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" busy>
        Salvar
      </Button>
    </form>,
  );
  await user.click(screen.getByRole('button', { name: 'Salvar' }));
  expect(onSubmit).not.toHaveBeenCalled();
});

test('a button does not submit a form unless told to', () => {
  render(<Button>Cancelar</Button>);
  expect(screen.getByRole('button').getAttribute('type')).toBe('button');
});

test('an icon button is named by its label', () => {
  render(<IconButton icon={Plus} label="Novo lead" />);
  expect(screen.getByRole('button', { name: 'Novo lead' })).toBeDefined();
});
