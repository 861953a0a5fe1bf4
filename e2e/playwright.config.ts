import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser.ts';
import { stackUnderTest } from './support/stack.ts';

const { executablePath, env } = await findBrowser();
const report = process.env.PILOTO_E2E_REPORT;
const isRoot = process.getuid?.() === 0;

const FIRST = 'first-visit.spec.ts';
/** What does not depend on where the API answers, and takes long: run over two origins only. */
const ANY_ORIGIN = ['accessibility.spec.ts', 'failing-remote.spec.ts', 'release.spec.ts', 'singletons.spec.ts'];

// One set of tests over both deployment options; which of them runs is said by --project, and by the stack it is pointed at.
export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1, // one organisation per stack: the tests follow each other as its users would
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ...(report === undefined ? [] : ([['json', { outputFile: report }]] as const))],
  use: {
    baseURL: stackUnderTest().appUrl,
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    // Recording every step costs a fifth of the time; a failure's picture and page tree are there anyway.
    trace: process.env.PILOTO_E2E_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      // Chromium's sandbox refuses to run as root.
      args: isRoot ? ['--no-sandbox'] : [],
      env: { ...process.env, ...env },
    },
  },
  projects: [
    // Makes the account that the others sign in with.
    { name: 'first-visit', testMatch: FIRST },
    { name: 'two-origins', testIgnore: FIRST, dependencies: ['first-visit'] },
    { name: 'one-origin', testIgnore: [FIRST, ...ANY_ORIGIN], dependencies: ['first-visit'] },
  ],
});
