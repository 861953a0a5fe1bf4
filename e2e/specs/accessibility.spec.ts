import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { LeadPage } from '../pages/leads-page.ts';
import { OWNER, signIn } from '../support/owner.ts';
import { PublicApi } from '../support/public-api.ts';
import { SIGNED_OUT_SCREENS, signedInScreens, THEMES, withTheme } from '../support/screens.ts';
import { unique } from '../support/unique.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a theme can break; the rest is the same page, which was looked at in the light one. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds, in a line each that says where. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (rules === undefined ? axe.withTags(RULES) : axe.withRules([...rules])).analyze();
  return found.map(
    ({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ target }) => String(target)).join(' | ')}`,
  );
}

const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    return scrollWidth > innerWidth ? `${scrollWidth} px wide in ${innerWidth}` : 'fits';
  });

for (const theme of THEMES)
  test(`axe finds nothing on any screen, ${theme}`, async ({ context, page }) => {
    test.setTimeout(180_000);
    await withTheme(page, theme);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const look = async (screens: typeof SIGNED_OUT_SCREENS): Promise<void> => {
      for (const { name, path, ready } of screens)
        await test.step(name, async () => {
          await page.goto(path);
          await ready(page);
          expect.soft(await violations(page, theme === 'light' ? undefined : BY_COLOUR), name).toEqual([]);
        });
    };
    await look(SIGNED_OUT_SCREENS);
    await signIn(context);
    await look(await signedInScreens(new PublicApi(context)));
  });

test('on a phone nothing scrolls sideways, and axe finds nothing', async ({ context, page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const look = async (screens: typeof SIGNED_OUT_SCREENS): Promise<void> => {
    for (const { name, path, ready } of screens)
      await test.step(name, async () => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(path);
        await ready(page);
        expect.soft(await overflow(page), `${name} at 390`).toBe('fits');
        expect.soft(await violations(page), `${name} at 390`).toEqual([]);
        await page.setViewportSize({ width: 360, height: 740 });
        expect.soft(await overflow(page), `${name} at 360`).toBe('fits');
      });
  };
  await look(SIGNED_OUT_SCREENS);
  await signIn(context);
  await look(await signedInScreens(new PublicApi(context)));
});

test('without a mouse: sign in, find a lead, open it, edit and save', async ({ browser, context, page }) => {
  const name = `Teclado ${unique()}`;
  const helper = await browser.newContext();
  await signIn(helper);
  await new PublicApi(helper).post('public/leads', { name });
  await helper.close();
  await page.goto('/entrar');
  await expect(page.getByRole('button', { name: 'Entrar', exact: true })).toBeVisible();
  const focus = page.locator(':focus');
  const tabTo = async (label: RegExp): Promise<void> => {
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      const told = await focus.evaluate((element) => {
        const labels =
          element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((one) => one.textContent) : [];
        return [element.getAttribute('aria-label'), ...labels, element.textContent].filter(Boolean).join(' ');
      });
      if (label.test(told)) return;
    }
    throw new Error(`Tab never came to ${label}.`);
  };
  await tabTo(/^E-mail/);
  await page.keyboard.type(OWNER.email);
  await tabTo(/^Senha/);
  await page.keyboard.type(OWNER.password);
  await page.keyboard.press('Enter');
  const frame = new Frame(page);
  await expect(frame.heading('Leads')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Leads' }).getByRole('row').nth(1)).toBeVisible();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Buscar leads' })).toBeFocused();
  await page.keyboard.type(name.toLowerCase());
  await expect(page.getByRole('table', { name: 'Leads' }).getByRole('link')).toHaveCount(1);
  await tabTo(new RegExp(`^${name}$`));
  await page.keyboard.press('Enter');
  await expect(frame.heading(new RegExp(name))).toBeVisible();
  await tabTo(/^Empresa/);
  await page.keyboard.type('Sem mouse');
  await page.keyboard.press('Control+Enter');
  await expect(frame.notice('Lead salvo')).toBeVisible();
  await page.reload();
  await expect(new LeadPage(page).field('Empresa')).toHaveValue('Sem mouse');
  expect(await context.cookies()).not.toEqual([]);
});
