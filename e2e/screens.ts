// Pictures of every screen, light and dark, 1440 and 390 wide, of a running stack: `node e2e/screens.ts --out <folder>`, with the
// variables that e2e/support/stack.ts names. Made to be looked at; no test compares them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from './support/browser.ts';
import { signIn } from './support/owner.ts';
import { PublicApi } from './support/public-api.ts';
import { SIGNED_OUT_SCREENS, type Screen, signedInScreens, THEMES } from './support/screens.ts';
import { stackUnderTest } from './support/stack.ts';

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const { values } = parseArgs({ options: { out: { type: 'string', default: 'test-results/screens' } } });
const out = values.out;
mkdirSync(out, { recursive: true });

const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  env: { ...process.env, ...env },
});

async function shoot(page: Page, screens: readonly Screen[], suffix: string): Promise<void> {
  for (const { name, path, ready } of screens) {
    await page.goto(path);
    await ready(page);
    await page.waitForTimeout(300); // what fades in has come
    await page.screenshot({ path: join(out, `${name}-${suffix}.png`) });
  }
}

try {
  const options = { baseURL: stackUnderTest().appUrl, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' };
  const owner = await browser.newContext(options);
  await signIn(owner);
  const screens = await signedInScreens(new PublicApi(owner));
  for (const theme of THEMES)
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ ...options, viewport, colorScheme: theme });
      const page = await context.newPage();
      await shoot(page, SIGNED_OUT_SCREENS, `${size}-${theme}`);
      await signIn(context);
      await shoot(page, screens, `${size}-${theme}`);
      await context.close();
    }
} finally {
  await browser.close();
}
