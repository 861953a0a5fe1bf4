import { type BrowserContext, expect, test } from '@playwright/test';
import { AgentsPage } from '../pages/agents-page.ts';
import { Frame } from '../pages/frame.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { signIn } from '../support/owner.ts';
import { unique } from '../support/unique.ts';

const ACCESS = '__Host-piloto_access';
const cookie = async (context: BrowserContext, name: string) =>
  (await context.cookies()).find((one) => one.name === name);

test.beforeEach(({ context }) => signIn(context));

test('the cookies are out of reach of scripts and of plain connections', async ({ context, page }) => {
  await page.goto('/agentes');
  for (const name of ['access', 'refresh', 'sid'])
    expect(await cookie(context, `__Host-piloto_${name}`)).toMatchObject({ httpOnly: true, secure: true, path: '/' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toMatch(/eyJ|refresh_token|csrf/i);
});

test('an expired access token is renewed once, unseen, whatever asks at the same time', async ({ context, page }) => {
  const frame = new Frame(page);
  await page.goto('/agentes');
  await expect(frame.heading('Agentes')).toBeVisible();
  const refreshes: number[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/auth/refresh'))
      refreshes.push(response.status());
  });

  await context.clearCookies({ name: ACCESS });
  await frame.link('Configurações').click();
  await expect(page.getByRole('textbox', { name: 'Nome' })).toBeVisible();
  expect(refreshes).toEqual([204]);
  expect(await cookie(context, ACCESS)).toBeDefined();

  // Documents, totals and the search test all ask at once.
  await context.clearCookies({ name: ACCESS });
  await page.goto('/conhecimento?teste=garantia');
  await expect(
    page
      .getByRole('region', { name: 'Testar busca' })
      .getByText(/Nenhum trecho|Pontuação/)
      .first(),
  ).toBeVisible();
  await expect(frame.heading('Conhecimento')).toBeVisible();
  expect(refreshes).toEqual([204, 204]);
  await expect(frame.navigation).toBeVisible();
});

test('a change that meets an expired token is made once and is not lost', async ({ context, page }) => {
  const agents = new AgentsPage(page);
  const name = `Renovado ${unique()}`;
  await page.goto('/agentes');
  await expect(new Frame(page).heading('Agentes')).toBeVisible();
  await context.clearCookies({ name: ACCESS });
  await agents.create(name);
  await new Frame(page).link('Agentes').click();
  await expect(agents.row(name)).toHaveCount(1);
});

test('"Encerrar as outras" puts every other browser out, and only those', async ({ browser, context, page }) => {
  const elsewhere = await browser.newContext();
  await signIn(elsewhere);
  const other = new Frame(await elsewhere.newPage());
  await other.page.goto('/agentes');
  await expect(other.heading('Agentes')).toBeVisible();

  const sessions = new SessionsPage(page);
  await page.goto('/configuracoes/sessoes');
  await expect(sessions.current).toHaveCount(1);
  expect(await sessions.rows.count()).toBeGreaterThan(1);
  await sessions.endOthers();
  await expect(new Frame(page).notice(/sess(ão|ões) encerrada/)).toBeVisible();
  await expect(sessions.rows).toHaveCount(1);

  await other.link('Configurações').click();
  await other.expectSignedOut();
  await page.reload();
  await expect(sessions.current).toHaveCount(1);
  expect(await cookie(context, ACCESS)).toBeDefined();
  await elsewhere.close();
});
