import { expect, type Page, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { ProfilePage } from '../pages/profile-page.ts';
import { OWNER, signIn } from '../support/owner.ts';
import { PublicApi } from '../support/public-api.ts';
import { unique } from '../support/unique.ts';

test.beforeEach(({ context }) => signIn(context));

const look = (page: Page) =>
  page.evaluate(() => ({ lang: document.documentElement.lang, theme: document.documentElement.dataset['theme'] }));

test('the name changes in the frame at once and stays', async ({ context, page }) => {
  const profile = new ProfilePage(page);
  const frame = new Frame(page);
  const name = `Joana ${unique()}`;
  try {
    await page.goto('/configuracoes/perfil');
    await profile.name.fill('');
    await profile.save.click();
    await expect(page.getByText('Informe seu nome.')).toBeVisible();
    await profile.name.fill(name);
    await profile.save.click();
    await expect(frame.notice('Perfil salvo')).toBeVisible();
    await page.reload();
    await expect(profile.name).toHaveValue(name);
    await expect(frame.navigation.getByRole('button', { name: `Conta de ${name}` })).toBeVisible();
  } finally {
    const api = new PublicApi(context);
    await api.patch('public/me', { name: OWNER.name }, (await api.get('public/me')).etag);
  }
});

test('language and theme switch the whole page at once, and after a reload', async ({ page }) => {
  const profile = new ProfilePage(page);
  const frame = new Frame(page);
  await page.goto('/configuracoes/perfil');
  await profile.theme.getByRole('radio', { name: 'Escuro' }).check();
  await expect.poll(() => look(page)).toEqual({ lang: 'pt-BR', theme: 'dark' });
  await profile.chooseLanguage('English');
  await expect(frame.heading('Profile')).toBeVisible();
  await expect(frame.link('Agents')).toBeVisible();
  await page.reload();
  await expect(frame.heading('Profile')).toBeVisible();
  await expect.poll(() => look(page)).toEqual({ lang: 'en', theme: 'dark' });
  await frame.link('Agents').click();
  await expect(frame.heading('Agents')).toBeVisible();

  await page.goto('/configuracoes/perfil');
  await profile.theme.getByRole('radio', { name: 'System' }).check();
  await profile.chooseLanguage('Português (Brasil)');
  await expect(frame.heading('Perfil')).toBeVisible();
  await expect.poll(() => look(page)).toEqual({ lang: 'pt-BR', theme: 'light' });
});

test('a wrong current password is said at its field; the right one changes it', async ({ browser, page }) => {
  const profile = new ProfilePage(page);
  const frame = new Frame(page);
  const next = `lavanda ${unique()} 2026`;
  await page.goto('/configuracoes/perfil');
  await profile.changePassword('não é esta', next);
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('Digite a senha com que você entra hoje.');
  await profile.changePassword(OWNER.password, next, 'outra coisa');
  await expect(page.getByText('As duas senhas não são iguais.', { exact: false })).toBeVisible();
  await profile.changePassword(OWNER.password, next);
  await expect(frame.notice('Senha alterada')).toBeVisible();
  const other = await browser.newContext();
  await signIn(other, next);
  await other.close();
  await profile.changePassword(next, OWNER.password);
  await expect(page.getByLabel('Senha atual')).toHaveValue('');
});

test('members and company show who is in', async ({ page }) => {
  const frame = new Frame(page);
  await page.goto('/configuracoes/membros');
  const row = page.getByRole('table', { name: 'Membros' }).getByRole('row').filter({ hasText: OWNER.email });
  await expect(row).toContainText('Proprietário');
  await expect(row).toContainText('Ativo');
  await page.getByRole('navigation', { name: 'Configurações' }).getByRole('link', { name: 'Dados da empresa' }).click();
  await expect(frame.heading(/Dados da empresa/)).toBeVisible();
  await page.getByRole('textbox', { name: 'CNPJ' }).fill('11222333000182');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByText('Este CNPJ não existe.', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'CNPJ' }).fill('11222333000181');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(frame.notice('Dados da empresa salvos')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'CNPJ' })).toHaveValue('11.222.333/0001-81');
});
