import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Checkbox } from './checkbox.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { RadioGroup } from './radio-group.tsx';
import { SearchInput } from './search-input.tsx';
import { Select } from './select.tsx';
import { Switch } from './switch.tsx';

afterEach(cleanup);

const describedText = (element: HTMLElement) =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent;

test('the label names the control and the hint describes it', () => {
  render(
    <Field label="Nome" hint="Como aparece para o lead">
      <Input />
    </Field>,
  );
  const input = screen.getByLabelText('Nome');
  expect(describedText(input)).toBe('Como aparece para o lead');
  expect(input.getAttribute('aria-invalid')).toBeNull();
});

test('an error replaces the hint, is announced and marks the control invalid', () => {
  render(
    <Field label="Telefone" hint="Com DDD" error="Faltam dígitos">
      <Input />
    </Field>,
  );
  const input = screen.getByLabelText('Telefone');
  expect(screen.queryByText('Com DDD')).toBeNull();
  expect(screen.getByRole('alert').textContent).toBe('Faltam dígitos');
  expect(describedText(input)).toBe('Faltam dígitos');
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('an empty error is no error', () => {
  render(
    <Field label="Nome" error="">
      <Input />
    </Field>,
  );
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByLabelText('Nome').getAttribute('aria-invalid')).toBeNull();
});

test('a select in a field takes its label, and choosing reports the value', async () => {
  const user = userEvent.setup();
  const onValueChange = vi.fn();
  render(
    <Field label="Responsável" error="Escolha alguém">
      <Select
        value={null}
        placeholder="Ninguém"
        onValueChange={onValueChange}
        options={[
          { value: 'camila', label: 'Camila Rocha' },
          { value: 'rafael', label: 'Rafael Lima' },
        ]}
      />
    </Field>,
  );
  const select = screen.getByRole('combobox', { name: 'Responsável' });
  expect(select.textContent).toContain('Ninguém');
  expect(describedText(select)).toBe('Escolha alguém');
  await user.click(select);
  await user.click(await screen.findByRole('option', { name: 'Rafael Lima' }));
  expect(onValueChange).toHaveBeenCalledWith('rafael');
});

test('opening a select writes no style element, which the CSP would refuse', async () => {
  const user = userEvent.setup();
  render(<Select aria-label="Papel" value="a" onValueChange={vi.fn()} options={[{ value: 'a', label: 'Dono' }]} />);
  await user.click(screen.getByRole('combobox', { name: 'Papel' }));
  await screen.findByRole('option', { name: 'Dono' });
  expect(document.querySelectorAll('style')).toHaveLength(0);
});

test('a checkbox shows its third state and reports what it becomes', async () => {
  const user = userEvent.setup();
  const onCheckedChange = vi.fn();
  render(<Checkbox label="Selecionar todos" indeterminate onCheckedChange={onCheckedChange} />);
  const checkbox = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Selecionar todos' });
  expect(checkbox.indeterminate).toBe(true);
  await user.click(checkbox);
  expect(onCheckedChange).toHaveBeenCalledWith(true);
});

test('a switch has its role and reports what it becomes', async () => {
  const user = userEvent.setup();
  const onCheckedChange = vi.fn();
  render(<Switch label="IA ligada" defaultChecked onCheckedChange={onCheckedChange} />);
  await user.click(screen.getByRole('switch', { name: 'IA ligada' }));
  expect(onCheckedChange).toHaveBeenCalledWith(false);
});

test('a radio group in a field is named by it', async () => {
  const user = userEvent.setup();
  const onValueChange = vi.fn();
  render(
    <Field label="Se já existir">
      <RadioGroup
        value="keep"
        onValueChange={onValueChange}
        options={[
          { value: 'keep', label: 'Manter' },
          { value: 'replace', label: 'Trocar' },
        ]}
      />
    </Field>,
  );
  expect(screen.getByRole('radiogroup', { name: 'Se já existir' })).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Manter' }).checked).toBe(true);
  await user.click(screen.getByRole('radio', { name: 'Trocar' }));
  expect(onValueChange).toHaveBeenCalledWith('replace');
});

test('Esc and the X empty a search and keep the focus in it', async () => {
  const user = userEvent.setup();
  function Search() {
    const [value, setValue] = useState('');
    return <SearchInput label="Buscar" clearLabel="Limpar" value={value} onValueChange={setValue} />;
  }
  render(<Search />);
  const input = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Buscar' });
  await user.type(input, 'pão{Escape}');
  expect(input.value).toBe('');
  await user.type(input, 'pão');
  await user.click(screen.getByRole('button', { name: 'Limpar' }));
  expect(input.value).toBe('');
  expect(document.activeElement).toBe(input);
});
