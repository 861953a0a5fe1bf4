import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { OWNER, signIn } from '../support/owner.ts';

test('a deep link leads through the sign-in page and back to where it pointed', async ({ page }) => {
  const frame = new Frame(page);
  await page.goto('/agentes?de=link');
  await frame.expectSignedOut();
  await expect(page).toHaveURL(/\/entrar\?voltar=/);
  await new SignInPage(page).signIn(OWNER);
  await expect(page).toHaveURL(/\/agentes\?de=link$/);
  await expect(frame.heading('Agentes')).toBeVisible();
});

test('a wrong password is said at its field, and what was typed stays', async ({ page }) => {
  const entry = new SignInPage(page);
  await page.goto('/entrar');
  await entry.enter.click();
  await expect(entry.problem).toHaveText(['Informe o e-mail.', 'Informe a senha.']);
  await entry.signIn({ ...OWNER, password: 'não é esta' });
  await expect(entry.problem).toHaveText(/senha/i);
  await expect(entry.email).toHaveValue(OWNER.email);
  await expect(entry.password).toHaveValue('não é esta');
  await expect(page).toHaveURL(/\/entrar$/);
  await entry.signIn({ ...OWNER, email: 'ninguem@exemplo.com.br' });
  await expect(entry.problem, 'an unknown account is answered as a wrong password').toHaveText(/senha/i);
  await entry.signIn(OWNER);
  await expect(new Frame(page).heading('Leads')).toBeVisible();
});

test('signing out ends every tab, and Back shows nothing of what was there', async ({ context, page }) => {
  await signIn(context);
  const first = new Frame(page);
  await page.goto('/agentes');
  await expect(first.heading('Agentes')).toBeVisible();
  await first.link('Configurações').click();
  await expect(first.heading('Perfil')).toBeVisible();
  const second = new Frame(await context.newPage());
  await second.page.goto('/conhecimento');
  await expect(second.heading('Conhecimento')).toBeVisible();

  await first.signOut();
  await first.expectSignedOut();
  await second.expectSignedOut();
  expect((await context.cookies()).filter(({ name }) => name.startsWith('__Host-piloto_'))).toEqual([]);

  await page.goBack();
  await first.expectSignedOut();
  await expect(page.getByText(OWNER.email)).toHaveCount(0);
  await second.page.reload();
  await second.expectSignedOut();
  await new SignInPage(second.page).signIn(OWNER);
  await expect(second.heading('Conhecimento'), 'the tab goes back to where it was').toBeVisible();
  await expect(first.navigation, 'the other tab is in again too').toBeVisible();
});
