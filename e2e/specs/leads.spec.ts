import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { LeadPage, LeadsPage } from '../pages/leads-page.ts';
import { mobile } from '../support/leads-csv.ts';
import { signIn } from '../support/owner.ts';
import { PublicApi, textAt } from '../support/public-api.ts';
import { unique } from '../support/unique.ts';

test.beforeEach(({ context }) => signIn(context));

test('a lead is found without its accents, edited, and is the same after a reload', async ({ context, page }) => {
  const name = `Tânia Conceição ${unique()}`;
  await new PublicApi(context).post('public/leads', { name, company: 'Ação & Cia', phone: mobile(11) });
  const leads = new LeadsPage(page);
  const lead = new LeadPage(page);
  await page.goto('/leads');
  await leads.search.fill(name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
  await expect(leads.rows).toHaveCount(1);
  await leads.open(name);
  await lead.field('E-mail').fill('nada');
  await lead.save.click();
  await expect(page.getByText('Escreva no formato nome@empresa.com.br')).toBeVisible();
  const email = `${unique()}@exemplo.example`;
  await lead.field('E-mail').fill(email);
  await lead.field('Valor (R$)').fill('1234,5');
  await lead.save.click();
  await expect(new Frame(page).notice('Lead salvo')).toBeVisible();
  await page.reload();
  await expect(lead.field('E-mail')).toHaveValue(email);
  await expect(lead.field('Valor (R$)')).toHaveValue('1.234,50');
  await page.goBack();
  await expect(leads.row(name)).toContainText('1.234,50');
});

test('a second tab that saved first: the conflict shows both, and nothing is lost', async ({ context, page }) => {
  const api = new PublicApi(context);
  const name = `Conflito ${unique()}`;
  const created = await api.post('public/leads', { name, company: 'Primeira', source: 'Feira' });
  const email = `${unique()}@exemplo.example`;
  const path = `/leads/${textAt(created.body, 'id')}`;
  const mine = new LeadPage(page);
  const theirs = new LeadPage(await context.newPage());
  await page.goto(path);
  await theirs.page.goto(path);
  await mine.field('Empresa').fill('A minha');
  await mine.field('E-mail').fill(email);
  await theirs.field('Empresa').fill('A de outra pessoa');
  await theirs.field('Origem').fill('Indicação');
  await theirs.save.click();
  await expect(new Frame(theirs.page).notice('Lead salvo')).toBeVisible();

  const answer = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await mine.save.click();
  expect((await answer).status()).toBe(412);
  await expect(mine.conflict).toBeVisible();
  for (const text of ['A minha', 'A de outra pessoa', 'Indicação', email])
    await expect(mine.conflict.getByText(text)).toBeVisible();
  await mine.conflict.getByRole('button', { name: 'Salvar escolha' }).click();
  await expect(new Frame(page).notice('Lead salvo')).toBeVisible();
  expect((await api.get(`public${path}`)).body).toMatchObject({
    company: 'A minha',
    email,
    source: 'Indicação',
  });
});

test('delete comes with a way back; a lead that exists is not made twice by accident', async ({ page }) => {
  const leads = new LeadsPage(page);
  const frame = new Frame(page);
  const name = `Criada ${unique()}`;
  const email = `${unique()}@exemplo.example`;
  const fill = async (who: string): Promise<void> => {
    await leads.create.click();
    const dialog = page.getByRole('dialog', { name: 'Novo lead' });
    await dialog.getByRole('textbox', { name: 'Nome' }).fill(who);
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await dialog.getByRole('button', { name: 'Criar lead' }).click();
  };
  await page.goto('/leads');
  await fill(name);
  await expect(frame.heading(new RegExp(name))).toBeVisible();
  await frame.link('Leads').click();
  await fill('Outra pessoa');
  await expect(page.getByText(`${name} já tem este e-mail.`)).toBeVisible();
  await page.getByRole('link', { name: 'Abrir o lead que existe' }).click();
  await expect(frame.heading(new RegExp(name))).toBeVisible();

  await new LeadPage(page).delete();
  await expect(page).toHaveURL(/\/leads$/);
  await expect(frame.notice('Lead apagado')).toBeVisible();
  await leads.search.fill(name);
  await expect(page.getByText('Nenhum lead com estes filtros')).toBeVisible();
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(leads.row(name)).toBeVisible();
});

test('order, filter and search live in the address: reload and Back bring them again', async ({ context, page }) => {
  const api = new PublicApi(context);
  const mark = unique();
  for (const [name, value, source] of [
    ['Álvaro', 30, 'Feira'],
    ['Bento', 10, 'Site'],
    ['Ágata', 20, 'Feira'],
  ] as const)
    await api.post('public/leads', { name: `${name} ${mark}`, value, source: `${source} ${mark}` });
  const leads = new LeadsPage(page);
  const names = () => leads.rows.getByRole('link').allTextContents();
  await page.goto('/leads');
  await leads.search.fill(mark);
  await expect(leads.rows).toHaveCount(3);
  await leads.sortBy('Lead');
  await expect.poll(names).toEqual([`Ágata ${mark}`, `Álvaro ${mark}`, `Bento ${mark}`]);
  await expect(leads.head('Lead')).toHaveAttribute('aria-sort', 'ascending');
  await leads.sortBy('Valor');
  await expect.poll(names).toEqual([`Álvaro ${mark}`, `Ágata ${mark}`, `Bento ${mark}`]);
  await leads.filter('Origem', `Feira ${mark}`);
  await expect.poll(names).toEqual([`Álvaro ${mark}`, `Ágata ${mark}`]);
  const address = page.url();
  await page.reload();
  await expect.poll(names).toEqual([`Álvaro ${mark}`, `Ágata ${mark}`]);
  await leads.open(`Ágata ${mark}`);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect.poll(names).toEqual([`Álvaro ${mark}`, `Ágata ${mark}`]);
  await page.getByRole('button', { name: 'Limpar', exact: true }).click();
  await expect(page).not.toHaveURL(/q=|source=/);
});
