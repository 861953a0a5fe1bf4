import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { AlertDialog } from './alert-dialog.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { PortalProvider } from './portal-provider.tsx';

afterEach(cleanup);

function Example({ onSubmit }: { onSubmit?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Mover para…</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Mover lead"
        description="Escolha o estágio."
        closeLabel="Fechar"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
        footer={
          <Button type="submit" variant="primary">
            Mover
          </Button>
        }
      >
        <Field label="Valor">
          <Input />
        </Field>
      </Dialog>
    </>
  );
}

test('a dialog has its name and description, starts in its first field, and Esc gives the focus back', async () => {
  const user = userEvent.setup();
  render(<Example />);
  const opener = screen.getByRole('button', { name: 'Mover para…' });
  await user.click(opener);
  const dialog = await screen.findByRole('dialog', { name: 'Mover lead' });
  expect(document.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Escolha o estágio.',
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Valor')));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test('the X closes a dialog', async () => {
  const user = userEvent.setup();
  render(<Example />);
  await user.click(screen.getByRole('button', { name: 'Mover para…' }));
  await user.click(await screen.findByRole('button', { name: 'Fechar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('Enter in a field of a dialog with onSubmit submits it', async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn();
  render(<Example onSubmit={onSubmit} />);
  await user.click(screen.getByRole('button', { name: 'Mover para…' }));
  await user.type(await screen.findByLabelText('Valor'), '10{Enter}');
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test('overlays render inside the container that a remote gives', async () => {
  const user = userEvent.setup();
  const container = document.createElement('div');
  container.dataset['mfe'] = 'mfe-leads';
  document.body.append(container);
  render(
    <PortalProvider container={container}>
      <Example />
    </PortalProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Mover para…' }));
  const dialog = await screen.findByRole('dialog');
  expect(container.contains(dialog)).toBe(true);
  container.remove();
});

test('a typed confirmation waits for the exact word', async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn();
  render(
    <AlertDialog
      open
      onOpenChange={vi.fn()}
      title="Apagar organização"
      description="Não volta."
      cancelLabel="Cancelar"
      confirmLabel="Apagar"
      typed={{ label: 'Digite Acme', expected: 'Acme' }}
      onConfirm={onConfirm}
    />,
  );
  const confirm = await screen.findByRole<HTMLButtonElement>('button', { name: 'Apagar' });
  const input = screen.getByLabelText('Digite Acme');
  await user.type(input, 'acme{Enter}');
  expect(confirm.disabled).toBe(true);
  expect(onConfirm).not.toHaveBeenCalled();
  await user.clear(input);
  await user.type(input, 'Acme');
  await user.click(confirm);
  expect(onConfirm).toHaveBeenCalledTimes(1);
});

test('an alert dialog starts on Cancel when nothing has to be typed', async () => {
  render(
    <AlertDialog
      open
      onOpenChange={vi.fn()}
      title="Remover membro"
      description="Perde o acesso."
      cancelLabel="Cancelar"
      confirmLabel="Remover"
      onConfirm={vi.fn()}
    />,
  );
  const cancel = await screen.findByRole('button', { name: 'Cancelar' });
  await waitFor(() => expect(document.activeElement).toBe(cancel));
});

test('a menu opens by keyboard, runs the item and gives the focus back', async () => {
  const user = userEvent.setup();
  const onSelect = vi.fn();
  render(
    <Menu trigger={<Button>Ações</Button>}>
      <MenuItem onSelect={onSelect}>Editar</MenuItem>
      <MenuItem checked>Ativo</MenuItem>
    </Menu>,
  );
  const trigger = screen.getByRole('button', { name: 'Ações' });
  trigger.focus();
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('menuitemcheckbox', { name: 'Ativo' })).getAttribute('aria-checked')).toBe('true');
  await user.click(screen.getByRole('menuitem', { name: 'Editar' }));
  expect(onSelect).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(document.activeElement).toBe(trigger));
});
