import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Avatar } from './avatar.tsx';
import { FileDrop } from './file-drop.tsx';
import { FilterChip } from './filter-chip.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { Progress } from './progress.tsx';
import { Segmented } from './segmented.tsx';
import { Steps } from './steps.tsx';
import { TabPanel, Tabs } from './tabs.tsx';
import { cn } from './cn.ts';
import { fitting } from './use-fitting-tabs.ts';

afterEach(cleanup);

test('a filter chip shows its three parts and can be removed', async () => {
  const user = userEvent.setup();
  const onRemove = vi.fn();
  render(
    <FilterChip
      field="Origem"
      operator="é"
      value="Instagram"
      removeLabel="Remover filtro Origem"
      onRemove={onRemove}
    />,
  );
  expect(screen.getByRole('group', { name: 'Origem é Instagram' })).toBeDefined();
  expect(screen.getAllByRole('button')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Remover filtro Origem' }));
  expect(onRemove).toHaveBeenCalledTimes(1);
});

test('each part of a chip can open its own menu', async () => {
  const user = userEvent.setup();
  render(
    <FilterChip
      field="Origem"
      operator="é"
      value="Instagram"
      removeLabel="Remover"
      onRemove={vi.fn()}
      renderPart={(part, button) => (
        <Menu key={part} trigger={button}>
          <MenuItem>{`menu ${part}`}</MenuItem>
        </Menu>
      )}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'é' }));
  expect(await screen.findByRole('menuitem', { name: 'menu operator' })).toBeDefined();
});

test('tabs show the active one with its panel and report a choice', async () => {
  const user = userEvent.setup();
  const onValueChange = vi.fn();
  render(
    <Tabs
      label="Visões"
      moreLabel="Mais"
      value="todos"
      onValueChange={onValueChange}
      items={[
        { value: 'todos', label: 'Todos', count: '12' },
        { value: 'meus', label: 'Meus' },
      ]}
    >
      <TabPanel value="todos">lista</TabPanel>
    </Tabs>,
  );
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Todos12');
  expect(screen.getByRole('tabpanel').textContent).toBe('lista');
  await user.click(screen.getByRole('tab', { name: 'Meus' }));
  expect(onValueChange).toHaveBeenCalledWith('meus');
});

test('tabs that do not fit leave from the right, never the active one', () => {
  const items = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value }));
  const names = (active: string, room: number) =>
    fitting(items, active, room, () => 100)
      .map((item) => item.value)
      .join('');
  expect(names('a', 448)).toBe('abcd');
  expect(names('a', 447)).toBe('abc');
  expect(names('d', 447)).toBe('abd');
  expect(names('a', 200)).toBe('a');
  expect(names('a', 0)).toBe('abcd');
});

test('a segmented choice is a radio group', async () => {
  const user = userEvent.setup();
  const onValueChange = vi.fn();
  render(
    <Segmented
      label="Mostrar como"
      value="chart"
      onValueChange={onValueChange}
      options={[
        { value: 'chart', label: 'Gráfico' },
        { value: 'table', label: 'Tabela' },
      ]}
    />,
  );
  await user.click(screen.getByRole('radio', { name: 'Tabela' }));
  expect(onValueChange).toHaveBeenCalledWith('table');
});

test('a dropped file that is not accepted is refused and reported', () => {
  const onFiles = vi.fn();
  const onRefused = vi.fn();
  render(<FileDrop label="Solte a planilha" accept=".csv,text/plain" onFiles={onFiles} onRefused={onRefused} />);
  const good = new File(['a;b'], 'leads.CSV');
  const bad = new File(['x'], 'foto.png', { type: 'image/png' });
  fireEvent.drop(screen.getByLabelText(/Solte a planilha/), { dataTransfer: { files: [bad, good] } });
  expect(onFiles).toHaveBeenCalledWith([good]);
  expect(onRefused).toHaveBeenCalledWith([bad]);
});

test('a chosen file is taken by the file input itself', async () => {
  const user = userEvent.setup();
  const onFiles = vi.fn();
  render(<FileDrop label="Solte a planilha" accept=".csv" onFiles={onFiles} />);
  const file = new File(['a;b'], 'leads.csv', { type: 'text/csv' });
  await user.upload(screen.getByLabelText(/Solte a planilha/), file);
  expect(onFiles).toHaveBeenCalledWith([file]);
});

test('progress says its value in words', () => {
  render(<Progress label="Importando" value={812} max={1516} valueText="812 de 1.516" />);
  const bar = screen.getByRole('progressbar', { name: 'Importando' });
  expect(bar.getAttribute('aria-valuenow')).toBe('812');
  expect(bar.getAttribute('aria-valuetext')).toBe('812 de 1.516');
});

test('steps mark where one is and what is done', () => {
  render(
    <Steps
      label="Etapas"
      current="b"
      doneLabel="concluída"
      steps={[
        { id: 'a', label: 'Arquivo' },
        { id: 'b', label: 'Colunas' },
      ]}
    />,
  );
  const items = screen.getAllByRole('listitem');
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step']);
  expect(items[0]?.textContent).toContain('concluída');
});

test('initials never cut a letter in half and survive an empty name', () => {
  const { container } = render(
    <>
      <Avatar name="  helena   braga " size={24} />
      <Avatar name="𝒜na" />
      <Avatar name="" />
    </>,
  );
  expect([...container.children].map((one) => one.textContent)).toEqual(['HB', '𝒜', '']);
});

test('cn keeps a text size beside a text colour and lets the later of two sizes win', () => {
  expect(cn('text-13 text-ink', 'text-16')).toBe('text-ink text-16');
  expect(cn('rounded-1', 'rounded-3')).toBe('rounded-3');
});
