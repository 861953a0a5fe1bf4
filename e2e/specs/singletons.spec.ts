import { expect, type Page, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { signIn } from '../support/owner.ts';

const SHARED = [
  'react',
  'react/jsx-runtime',
  'react-dom',
  'react-dom/client',
  '@tanstack/react-query',
  'zustand',
  'react-router',
  '@piloto/runtime',
];
/** A text that only the library's own code contains, minified too. */
const MARKS: Record<string, RegExp> = {
  react: /\.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE\s*=(?!=)/,
  'react-dom': /__reactFiber\$/,
  '@tanstack/react-query': /No QueryClient set, use QueryClientProvider to set one/,
  'react-router': /may be used only in the context of a <Router> component/,
  'single-spa': /single-spa:before-first-mount/,
};

/** Mounts every remote once, and sees every one of them loaded. */
async function visitAll(page: Page): Promise<void> {
  const frame = new Frame(page);
  await page.goto('/leads');
  for (const name of ['Leads', 'Agentes', 'Configurações']) {
    await frame.link(name).click();
    await expect(frame.main.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.getByRole('navigation', { name: 'Configurações' }).getByRole('link', { name: 'Sessões' }).click();
  await expect(frame.heading('Sessões')).toBeVisible();
}

test('one copy of each shared library at run time, by the identity of its objects', async ({ context, page }) => {
  await signIn(context);
  await visitAll(page);
  const found = await page.evaluate(async (names) => {
    const [shell, ...remotes] = Reflect.get(Reflect.get(globalThis, '__FEDERATION__'), '__INSTANCES__');
    const rows: { remote: string; name: string; versions: string[]; same: boolean }[] = [];
    for (const remote of remotes)
      for (const name of names) {
        const own = remote.shareScopeMap['default']?.[name] ?? {};
        const versions = Object.keys(own);
        const given = shell?.shareScopeMap['default']?.[name]?.[versions[0] ?? '']?.lib?.();
        const answer = await remote.loadShare(name);
        const got = answer === false ? undefined : answer();
        rows.push({ remote: remote.name, name, versions, same: got !== undefined && got === given });
      }
    return { instances: [shell?.name, ...remotes.map(({ name }) => name)].toSorted(), rows };
  }, SHARED);
  expect(found.instances).toEqual(['mfe-agents', 'mfe-auth', 'mfe-leads', 'mfe-settings', 'shell']);
  expect(found.rows).toHaveLength(4 * SHARED.length);
  expect(found.rows.filter(({ same, versions }) => !same || versions.length !== 1)).toEqual([]);
});

test('what draws the shell and each remote is one React DOM', async ({ context, page }) => {
  await signIn(context);
  const frame = new Frame(page);
  // Each copy of React DOM marks the nodes it draws with a key of its own.
  const copies = () =>
    page.evaluate(() => {
      const keys: Record<string, string[]> = {};
      for (const element of document.querySelectorAll('*')) {
        const owner = element.closest('[data-mfe]')?.getAttribute('data-mfe') ?? 'shell';
        const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$'));
        if (key !== undefined && !keys[owner]?.includes(key)) keys[owner] = [...(keys[owner] ?? []), key];
      }
      return keys;
    });
  const seen: Record<string, string[]> = {};
  for (const path of ['/leads', '/agentes', '/configuracoes/perfil', '/configuracoes/sessoes']) {
    if (path === '/leads') await page.goto(path);
    else await page.evaluate((to) => history.pushState(null, '', to), path);
    await expect(page).toHaveURL(path);
    await expect(frame.main.getByRole('heading', { level: 1 })).toBeVisible();
    for (const [owner, keys] of Object.entries(await copies())) seen[owner] = [...(seen[owner] ?? []), ...keys];
  }
  expect(Object.keys(seen).toSorted()).toEqual(['mfe-agents', 'mfe-auth', 'mfe-leads', 'mfe-settings', 'shell']);
  expect(new Set(Object.values(seen).flat()).size).toBe(1);
});

test('no script that was loaded brings a second copy', async ({ context, page }) => {
  await signIn(context);
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  await visitAll(page);
  await page.goto('/conhecimento');
  await expect(new Frame(page).heading('Conhecimento')).toBeVisible();
  const texts: { path: string; text: string }[] = [];
  for (const address of scripts)
    texts.push({ path: new URL(address).pathname, text: await (await context.request.get(address)).text() });
  for (const [library, mark] of Object.entries(MARKS)) {
    const holders = texts.filter(({ text }) => mark.test(text)).map(({ path }) => path);
    expect(holders, library).toHaveLength(1);
    expect(holders[0], library).toMatch(/^\/remotes\/shell\//);
  }
});
