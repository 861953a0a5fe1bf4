import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { ImportPage } from '../pages/import-page.ts';
import { LeadsPage } from '../pages/leads-page.ts';
import { leadsCsv } from '../support/leads-csv.ts';
import { signIn } from '../support/owner.ts';
import { unique } from '../support/unique.ts';

const IMPORTED = { timeout: 30_000 };

test.beforeEach(({ context }) => signIn(context));

test('a list with the quirks of an office becomes leads; the rest comes back with reasons', async ({ page }) => {
  const mark = unique();
  const wizard = new ImportPage(page);
  const leads = new LeadsPage(page);
  await wizard.upload(leadsCsv(mark));

  await expect(page.getByText('Ponto e vírgula')).toBeVisible();
  await expect(page.getByText(/windows-1252|cp1252/i)).toBeVisible();
  await expect(page.getByText('linha 2', { exact: true }), 'the title is not the header').toBeVisible();
  for (const [column, target] of [
    ['Razão Social', /Nome|Empresa/],
    ['CNPJ', /CPF ou CNPJ/],
    ['Telefone', /Telefone/],
    ['E-mail', /E-mail/],
    ['Origem', /Origem/],
    ['Data de cadastro', /Data de criação/],
    ['Valor', /Valor/],
  ] as const)
    await expect(wizard.target(column), column).toHaveText(target);

  await wizard.simulate.click();
  await wizard.expectCounts({ Criar: '4', 'Com erro': '3' });
  await expect(wizard.problems.getByRole('row').filter({ hasText: 'sem-arroba' })).toBeVisible();
  await expect(wizard.problems.getByRole('row').filter({ hasText: '11.222.333/0001-82' })).toBeVisible();
  await page.goto('/leads');
  await leads.search.fill(mark);
  await expect(page.getByText('Nenhum lead com estes filtros'), 'the simulation wrote nothing').toBeVisible();

  await page.goBack();
  await expect(wizard.start).toBeVisible();
  await page.reload();
  await wizard.start.click();
  await expect(page.getByText(/^Terminada em/)).toBeVisible(IMPORTED);
  await wizard.expectCounts({ Criados: '4', 'Com erro': '3' });

  const errors = await wizard.downloadErrors();
  expect(errors).toContain('Motivo');
  for (const row of [`E-mail Errado ${mark}`, `Documento Errado ${mark}`, `Telefone Errado ${mark}`])
    expect(errors).toContain(row);
  expect(errors).not.toContain(`Panificadora São Jorge ${mark}`);

  await page.getByRole('link', { name: 'Ver leads' }).click();
  await leads.search.fill(`panificadora sao jorge ${mark}`);
  await expect(leads.rows).toHaveCount(1);
  await expect(leads.row(`Panificadora São Jorge ${mark}`)).toContainText('12.500,00');
  await leads.search.fill(`muller irmaos ${mark}`);
  await expect(leads.row(`Müller & Irmãos ${mark}`)).toContainText('1.000.000,00');
});

test('the same list again updates instead of doubling', async ({ page }) => {
  const mark = unique();
  const list = leadsCsv(mark);
  const wizard = new ImportPage(page);
  for (const counts of [{ Criados: '4' }, { Criados: '0' }]) {
    await wizard.upload(list);
    await wizard.simulate.click();
    await wizard.start.click();
    await expect(page.getByText(/^Terminada em/)).toBeVisible(IMPORTED);
    await wizard.expectCounts({ ...counts, 'Com erro': '3' });
  }
  await page.goto(`/leads?q=${mark}`);
  await expect(new LeadsPage(page).rows).toHaveCount(4);
});

test('what is no list is refused with what to do', async ({ page }) => {
  const wizard = new ImportPage(page);
  await page.goto('/importacoes?nova=1');
  const csv = (text: string, name = 'lista.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await wizard.choose(csv(''));
  await expect(wizard.problem).toHaveText(/está vazio/);
  await wizard.choose(csv('Nome;E-mail\n'));
  await expect(wizard.problem).toHaveText(/linha/i);
  await wizard.choose({ ...csv(''), buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 0, 0xff, 0, 0x8f]) });
  await expect(wizard.problem).toHaveText(/CSV/);
  await wizard.choose({ name: 'lista.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
  await expect(wizard.problem).toHaveText(/Salvar como/);

  const mark = unique();
  await wizard.choose(
    csv(`Nome;Nome;E-mail\nAna ${mark};Souza;ana@exemplo.example\nRui ${mark};Lima;rui@exemplo.example\n`),
  );
  await expect(page).toHaveURL(/\/importacoes\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/repetid|duas vezes|mais de uma/i).first(), 'a header twice is said').toBeVisible();
  await page.getByRole('button', { name: 'Cancelar importação' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancelar importação' }).click();
  await expect(page.getByText('Importação cancelada.')).toBeVisible();
  await new Frame(page).link('Leads').click();
  await new LeadsPage(page).search.fill(mark);
  await expect(page.getByText('Nenhum lead com estes filtros')).toBeVisible();
});
