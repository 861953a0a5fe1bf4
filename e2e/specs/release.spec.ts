import { type Browser, expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { LeadsPage } from '../pages/leads-page.ts';
import { VersionsPage } from '../pages/versions-page.ts';
import { signIn } from '../support/owner.ts';
import { liveRelease, liveVersion, publishVariant, release, releaseOrFail } from '../support/release-tool.ts';
import { unique } from '../support/unique.ts';

const OLD = 'Novo lead';
const NEW = 'Cadastrar pessoa';

/** Somebody who opens the dashboard now, in a browser that has never seen it. */
async function visitor(browser: Browser, path = '/leads'): Promise<Frame> {
  const context = await browser.newContext();
  await signIn(context);
  const frame = new Frame(await context.newPage());
  await frame.page.goto(path);
  return frame;
}
const button = (frame: Frame, name: string) => frame.main.getByRole('button', { name: new RegExp(`^${name}`) });

test('another version of one remote goes live and back without a change to the shell', async ({ browser }) => {
  const before = liveRelease();
  const version = `0.1.0-e2e.${unique()}`;
  const early = await visitor(browser);
  await expect(button(early, OLD)).toBeVisible();

  publishVariant('mfe-leads', version, OLD, NEW);
  await early.page.reload();
  await expect(button(early, OLD), 'published is not promoted').toBeVisible();
  releaseOrFail('promote', `mfe-leads@${version}`, '--reason', 'e2e: another word');
  const after = liveRelease();
  expect(after.number).toBe(before.number + 1);
  expect(after.shell).toEqual(before.shell);
  expect({ ...after.remotes, 'mfe-leads': { version: '' } }).toMatchObject({
    ...before.remotes,
    'mfe-leads': { version: '' },
  });

  const next = await visitor(browser);
  await expect(button(next, NEW)).toBeVisible();

  await test.step('the open tab keeps its version and goes on working', async () => {
    await early.link('Agentes').click();
    await expect(early.heading('Agentes')).toBeVisible();
    await early.link('Leads').click();
    await expect(button(early, OLD)).toBeVisible();
    await early.link('Importações').click();
    await expect(early.heading('Importações'), 'a page whose chunk this tab had not loaded').toBeVisible();
  });

  await test.step('"Versões" tells both', async () => {
    const versions = new VersionsPage(early.page);
    await early.page.evaluate(() => history.pushState(null, '', '/configuracoes/versoes'));
    await expect(versions.liveRow('mfe-leads')).toContainText(version);
    await expect(versions.liveRow('mfe-leads')).toContainText(`Usa ${before.remotes['mfe-leads']?.version}`);
    await expect(versions.liveRow('mfe-agents')).toContainText('A mesma');
    await expect(
      early.main.getByText(`Esta aba usa o release ${before.number}; no ar está o ${after.number}.`),
    ).toBeVisible();
    await expect(versions.release(after.number)).toContainText('e2e: another word');
    await expect(versions.release(after.number)).toContainText('No ar');
    await early.main.getByRole('button', { name: 'Conferir arquivos' }).click();
    await expect(early.main.getByText(/^\d+ arquivos conferem$/)).toBeVisible();
  });

  releaseOrFail('rollback', '--remote', 'mfe-leads', '--reason', 'e2e: back');
  expect(liveRelease()).toMatchObject({ number: after.number + 1, remotes: before.remotes });
  const later = await visitor(browser);
  await expect(button(later, OLD)).toBeVisible();
  await next.link('Agentes').click();
  await next.link('Leads').click();
  await expect(button(next, NEW), 'the tab of the version between goes on with it').toBeVisible();
  await next.page.reload();
  await expect(button(next, OLD)).toBeVisible();
  expect(release('verify').code).toBe(0);
  for (const { page } of [early, next, later]) await page.context().close();
});

test('a new version that does not load gives way to the one before', async ({ browser }) => {
  const version = `0.1.0-e2e.${unique()}`;
  const old = liveVersion('mfe-leads');
  publishVariant('mfe-leads', version, OLD, NEW);
  releaseOrFail('promote', `mfe-leads@${version}`, '--reason', 'e2e: a version that will be missing');
  try {
    const context = await browser.newContext();
    await signIn(context);
    const page = await context.newPage();
    await page.route(`**/remotes/mfe-leads/${version}/**`, (route) => route.fulfill({ status: 404 }));
    const frame = new Frame(page);
    await page.goto('/leads');
    await expect(button(frame, OLD)).toBeVisible();
    await expect(new LeadsPage(page).search).toBeVisible();
    await expect(frame.failure).toHaveCount(0);
    await context.close();
  } finally {
    releaseOrFail('rollback', '--remote', 'mfe-leads', '--reason', 'e2e: back');
  }
  expect(liveVersion('mfe-leads')).toBe(old);
});

test('the release tool refuses what it cannot do, and says why', () => {
  const before = liveRelease();
  const unknown = release('promote', 'mfe-leads@9.9.9', '--reason', 'e2e');
  expect(unknown.code).not.toBe(0);
  expect(unknown.err).toContain('mfe-leads has no version 9.9.9');
  const same = release('promote', `mfe-leads@${liveVersion('mfe-leads')}`, '--reason', 'e2e');
  expect(same.code).not.toBe(0);
  expect(same.err).toContain('--allow-same');
  expect(release('promote', 'mfe-inexistente@1.0.0', '--reason', 'e2e').code).not.toBe(0);
  expect(release('promote', 'mfe-leads@1.0.0').err).toContain('--reason');
  expect(liveRelease()).toEqual(before);
});
