import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { ImportPage } from '../pages/import-page.ts';
import { LeadPage, LeadsPage } from '../pages/leads-page.ts';
import { OWNER, signIn } from '../support/owner.ts';
import { SignInPage } from '../pages/sign-in-page.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILE = join(
  resolve(ROOT, process.env.PILOTO_REAL_DATA || '../shared/data'),
  'csv/ans_operadoras_ativas_2021.csv',
);

test.skip(!existsSync(FILE), `there is no ${FILE} (set PILOTO_REAL_DATA)`);

test('the real list: sign in, import, find without accents, edit, reload, sign out', async ({ context, page }) => {
  const wizard = new ImportPage(page);
  const leads = new LeadsPage(page);
  const lead = new LeadPage(page);
  const frame = new Frame(page);
  await page.goto('/importacoes');
  await new SignInPage(page).signIn(OWNER);
  await expect(frame.heading('Importações')).toBeVisible();

  await wizard.upload(FILE);
  await expect(page.getByText('linha 3', { exact: true })).toBeVisible();
  await wizard.simulate.click();
  await expect(wizard.start).toBeVisible({ timeout: 30_000 });
  const announced = Number((await wizard.start.innerText()).replace(/\D/g, ''));
  expect(announced).toBeGreaterThan(500);
  await wizard.start.click();
  await expect(page.getByText(/^Terminada em/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Ver leads' }).click();

  await leads.search.fill('caixa de assistencia do setor de energia');
  await expect(leads.rows.first()).toContainText(/ASSIST[ÊE]NCIA/i);
  await leads.rows.first().getByRole('link').click();
  const note = 'Revisado na importação';
  await lead.field('Origem').fill(note);
  await lead.save.click();
  await expect(frame.notice('Lead salvo')).toBeVisible();
  await page.reload();
  await expect(lead.field('Origem')).toHaveValue(note);
  await frame.signOut();
  await frame.expectSignedOut();
  await signIn(context);
});
