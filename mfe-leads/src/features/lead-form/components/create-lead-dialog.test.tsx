import { apiHandler, problem, server } from '@piloto/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LeadsPage } from '../../../pages/leads-page.tsx';
import { giveHeights, lead, leadId, leads, listHandler, membersHandler, page } from '../../../testing/leads.ts';
import { openPage } from '../../../testing/open-page.tsx';

async function openDialog() {
  giveHeights();
  server.use(listHandler(() => page(leads(1))).handler, membersHandler());
  const opened = await openPage(LeadsPage, '/leads', { at: '/leads?sort=name' });
  await screen.findByRole('link', { name: 'Lead 1' });
  await opened.user.keyboard('n');
  return { ...opened, dialog: await screen.findByRole('dialog', { name: 'Novo lead' }) };
}

test('a name or a company is enough; the new lead opens, with its list', async () => {
  const sent: unknown[] = [];
  const { user, dialog } = await openDialog();
  server.use(
    apiHandler('post', '/api/v1/public/leads', ({ body }) => {
      sent.push(body);
      return { status: 201, body: lead({ id: leadId(7), name: 'Padaria' }) };
    }),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Criar lead' }));
  expect(await within(dialog).findByText('Informe o nome ou a empresa')).toBeDefined();
  await user.type(within(dialog).getByRole('textbox', { name: 'Empresa' }), 'Padaria');
  await user.type(within(dialog).getByRole('textbox', { name: 'Telefone' }), '11987654321');
  await user.click(within(dialog).getByRole('button', { name: 'Criar lead' }));
  await waitFor(() => expect(location.pathname + location.search).toBe(`/leads/${leadId(7)}?sort=name`));
  expect(sent).toEqual([
    expect.objectContaining({
      name: '',
      company: 'Padaria',
      phone: '(11) 98765-4321',
      email: null,
      value: null,
      stage: 'new',
    }),
  ]);
});

test('a duplicate names the lead that exists, and can be created all the same', async () => {
  const asked: string[] = [];
  const { user, dialog } = await openDialog();
  server.use(
    apiHandler('post', '/api/v1/public/leads', ({ url }) => {
      asked.push(url.search);
      return url.searchParams.get('allow_duplicate') === 'true'
        ? { status: 201, body: lead({ id: leadId(8) }) }
        : problem(409, 'lead_duplicate', {
            existing: { id: leadId(5), name: 'Bruno Reis', company: null, matched: 'email' },
          });
    }),
  );
  await user.type(within(dialog).getByRole('textbox', { name: 'Nome' }), 'Bruno');
  await user.type(within(dialog).getByRole('textbox', { name: 'E-mail' }), 'b@x.br{Enter}');
  expect(await within(dialog).findByText('Bruno Reis já tem este e-mail.')).toBeDefined();
  expect(within(dialog).getByRole('link', { name: 'Abrir o lead que existe' }).getAttribute('href')).toBe(
    `/leads/${leadId(5)}?sort=name`,
  );
  await user.click(within(dialog).getByRole('button', { name: 'Criar mesmo assim' }));
  await waitFor(() => expect(location.pathname).toBe(`/leads/${leadId(8)}`));
  expect(asked).toEqual(['?allow_duplicate=false', '?allow_duplicate=true']);
});
