import { expect, type Page, test } from '@playwright/test';
import { AgentsPage } from '../pages/agents-page.ts';
import { Frame } from '../pages/frame.ts';
import { LeadsPage } from '../pages/leads-page.ts';
import { signIn } from '../support/owner.ts';
import { filesOf, liveVersion, withoutFiles } from '../support/release-tool.ts';

test.beforeEach(({ context }) => signIn(context));

/** The failed remote's place tells it; the rest of the dashboard does not notice. */
async function expectOnlyAgentsFailed(page: Page, cause: string | RegExp): Promise<void> {
  const frame = new Frame(page);
  await expect(frame.failure).toContainText('Não foi possível carregar Agentes');
  await expect(frame.failure).toContainText(cause);
  await expect(frame.failure).toContainText(`mfe-agents ${liveVersion('mfe-agents')}`);
  await expect(frame.link('Agentes')).toContainText('não carregou');
  await frame.link('Leads').click();
  await expect(new LeadsPage(page).search).toBeVisible();
  await frame.link('Configurações').click();
  await expect(frame.heading('Perfil')).toBeVisible();
  await expect(frame.failure).toHaveCount(0);
  await frame.link('Agentes').click();
  await expect(frame.failure).toBeVisible();
}

async function expectRecovery(page: Page): Promise<void> {
  const frame = new Frame(page);
  await frame.retry();
  await expect(frame.heading('Agentes')).toBeVisible();
  await expect(frame.failure).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(Novo agente|Criar o primeiro agente)$/ }).first()).toBeVisible();
  await expect(frame.link('Agentes')).not.toContainText('não carregou');
}

test('mfe-agents answers 404 to this browser: its panel, the rest usable, and back by "Tentar de novo"', async ({
  page,
}) => {
  await page.route('**/remotes/mfe-agents/**', (route) => route.fulfill({ status: 404 }));
  await page.goto('/agentes');
  await expectOnlyAgentsFailed(page, 'O servidor respondeu 404');
  await page.unroute('**/remotes/mfe-agents/**');
  await expectRecovery(page);
});

test('the files of mfe-agents are gone from the bucket, and come back', async ({ page }) => {
  const back = await withoutFiles('mfe-agents', liveVersion('mfe-agents'), async () => {
    await page.goto('/leads');
    await expect(new LeadsPage(page).search).toBeVisible();
    await new Frame(page).link('Agentes').click();
    await new Frame(page).retry();
    await page.goto('/agentes');
    await expect(new Frame(page).failure).toBeVisible();
  });
  try {
    await expect(new Frame(page).failure).toContainText('O servidor respondeu 404');
  } finally {
    back();
  }
  await expectRecovery(page);
});

test('a changed byte is not run', async ({ page }) => {
  const script = filesOf('mfe-agents', liveVersion('mfe-agents')).find((name) =>
    /assets\/remote-[^/]*\.js$/.test(name),
  );
  expect(script).toBeDefined();
  await page.route(`**/remotes/mfe-agents/*/${script}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n;globalThis.tampered = true;` });
  });
  await page.goto('/agentes');
  await expectOnlyAgentsFailed(page, 'não pôde ser executado');
  expect(await page.evaluate(() => Reflect.has(globalThis, 'tampered'))).toBe(false);
  await page.unroute(`**/remotes/mfe-agents/*/${script}`);
  await expectRecovery(page);
});

test('a script that no release lists is not run', async ({ page }) => {
  await page.goto('/entrar');
  const ran = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        const script = Object.assign(document.createElement('script'), { type: 'module' });
        script.addEventListener('load', () => done('ran'));
        script.addEventListener('error', () => done('refused'));
        try {
          script.src = '/remotes/mfe-agents/unlisted.js';
        } catch {
          done('refused');
        }
        document.head.append(script);
      }),
  );
  expect(ran).toBe('refused');
});

test('a style sheet that is missing is a failure, not an unstyled page', async ({ page }) => {
  await page.route('**/remotes/mfe-agents/**/*.css', (route) => route.fulfill({ status: 404 }));
  await page.goto('/agentes');
  await expectOnlyAgentsFailed(page, 'folha de estilo');
  await page.unroute('**/remotes/mfe-agents/**/*.css');
  await expectRecovery(page);
});

test('a page whose chunk is missing fails in its own place and comes back', async ({ page }) => {
  await page.route('**/remotes/mfe-agents/**/knowledge-page-*.js', (route) => route.fulfill({ status: 404 }));
  const frame = new Frame(page);
  await page.goto('/agentes');
  await expect(frame.heading('Agentes')).toBeVisible();
  await frame.link('Conhecimento').click();
  await expect(frame.failure).toBeVisible();
  await frame.link('Leads').click();
  await expect(new LeadsPage(page).search).toBeVisible();
  await frame.link('Agentes').click();
  await expect(new AgentsPage(page).page.getByRole('heading', { level: 1, name: 'Agentes' })).toBeVisible();
  await page.unroute('**/remotes/mfe-agents/**/knowledge-page-*.js');
  await frame.link('Conhecimento').click();
  await expect(frame.failure).toBeVisible();
  await frame.retry();
  await expect(frame.heading('Conhecimento')).toBeVisible();
  await expect(frame.failure).toHaveCount(0);
});

test('a remote that never answers keeps nobody waiting', async ({ page }) => {
  await page.route('**/remotes/mfe-agents/**', () => {});
  const frame = new Frame(page);
  await page.goto('/leads');
  await expect(new LeadsPage(page).search).toBeVisible();
  await frame.link('Agentes').click();
  await expect(page.getByText('Carregando Agentes')).toBeAttached();
  await frame.link('Leads').click();
  await expect(new LeadsPage(page).search).toBeVisible();
  await frame.link('Agentes').click();
  // Two attempts of 8 s each.
  await expect(frame.failure).toContainText('não respondeu a tempo', { timeout: 20_000 });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
