import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/owner.ts';
import { PublicApi } from '../support/public-api.ts';
import { SIGNED_OUT_SCREENS, type Screen, signedInScreens, THEMES, withTheme } from '../support/screens.ts';
import { Watch } from '../support/watch.ts';

// Chromium says these of answers that a screen handles: the question who is here, and an address of what does not exist.
const HANDLED = [
  /status of 401 .*\/auth\/(?:session|refresh)\)/,
  /status of 404 .*00000000-0000-4000-8000-000000000000\)/,
];
const unhandled = ({ complaints }: Watch): string[] =>
  complaints.filter((text) => !HANDLED.some((known) => known.test(text)));

async function visit(page: Page, screens: readonly Screen[]): Promise<void> {
  for (const { name, path, ready } of screens)
    await test.step(name, async () => {
      await page.goto(path);
      await ready(page);
    });
}

const openPage = async (context: BrowserContext): Promise<[Page, Watch]> => {
  const watch = await Watch.over(context);
  return [await context.newPage(), watch];
};

for (const theme of THEMES)
  test(`no screen breaks the policy or says an error, ${theme}`, async ({ context }) => {
    const [page, watch] = await openPage(context);
    await withTheme(page, theme);
    await visit(page, SIGNED_OUT_SCREENS);
    await signIn(context);
    await visit(page, await signedInScreens(new PublicApi(context)));
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
    expect(unhandled(watch)).toEqual([]);
  });

test('the page carries a strict policy, and an integrity for every script it runs', async ({ context, page }) => {
  await signIn(context);
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  const response = await page.goto('/leads');
  expect(response?.headers()).toMatchObject({
    'integrity-policy': 'blocked-destinations=(script)',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  });
  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toMatch(/unsafe-|\*|https?:(?!\/\/)|strict-dynamic/);

  for (const path of [
    '/importacoes',
    '/agentes',
    '/conhecimento',
    '/configuracoes/versoes',
    '/configuracoes/sessoes',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  const map: { integrity: Record<string, string> } = JSON.parse(
    (await page.locator('script[type=importmap]').textContent()) ?? '{}',
  );
  const listed = new Set(Object.keys(map.integrity).map((address) => new URL(address, page.url()).pathname));
  expect(scripts.size).toBeGreaterThan(20);
  expect([...scripts].filter((path) => !listed.has(path))).toEqual([]);
  for (const hash of Object.values(map.integrity)) expect(hash).toMatch(/^sha384-[\w+/]{64}$/);
});

test('the sign-in page asks for nothing of leads, agents and settings', async ({ page }) => {
  const remotes = new Set<string>();
  page.on('request', (request) => {
    const name = /\/remotes\/([^/]+)\//.exec(request.url())?.[1];
    if (name !== undefined) remotes.add(name);
  });
  await page.goto('/entrar');
  await expect(page.getByRole('button', { name: 'Entrar', exact: true })).toBeVisible();
  await page.waitForTimeout(2000); // what is prefetched when the page is idle
  expect([...remotes].toSorted()).toEqual(['mfe-auth', 'shell']);
});
