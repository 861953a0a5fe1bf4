import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import {
  MissingValue,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
  TableSpacer,
} from './table.tsx';

afterEach(cleanup);

test('a sortable head says its direction and is operated by keyboard', async () => {
  const user = userEvent.setup();
  const onSort = vi.fn();
  render(
    <Table label="Leads">
      <TableHead>
        <TableRow>
          <TableHeadCell sort="descending" onSort={onSort}>
            Nome
          </TableHeadCell>
          <TableHeadCell sort="none" onSort={onSort}>
            Estágio
          </TableHeadCell>
          <TableHeadCell>Origem</TableHeadCell>
        </TableRow>
      </TableHead>
    </Table>,
  );
  const sorts = screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'));
  expect(sorts).toEqual(['descending', 'none', null]);
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Nome' }));
  await user.keyboard('{Enter}');
  expect(onSort).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('button', { name: 'Origem' })).toBeNull();
});

test('a virtualised table tells how many rows there are and which ones these are', () => {
  render(
    <Table label="Leads" rowCount={12_432}>
      <TableBody>
        <TableSpacer height={360} columns={1} />
        <TableRow rowIndex={12} selected>
          <TableCell>Marina</TableCell>
        </TableRow>
        <TableSpacer height={0} columns={1} />
      </TableBody>
    </Table>,
  );
  expect(screen.getByRole('table', { name: 'Leads' }).getAttribute('aria-rowcount')).toBe('12432');
  const rows = screen.getAllByRole('row');
  expect(rows.map((row) => row.getAttribute('aria-rowindex'))).toEqual(['12']);
  expect(rows[0]?.dataset['selected']).toBe('true');
});

test('a missing value is drawn as a dash and read as words', () => {
  render(<MissingValue label="Sem valor" />);
  expect(screen.getByText('Sem valor')).toBeDefined();
  expect(screen.getByText('–').getAttribute('aria-hidden')).toBe('true');
});
