import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { findRoute, HOME_PATH, type PageRelease, pageReleaseSchema } from '@piloto/contracts';
import { expect, test } from 'vitest';
import { openLiveBench } from '../testing/versions.ts';
import { bootScript } from './boot-script.ts';

const pageOf = async (): Promise<string> =>
  readFileSync(join((await openLiveBench()).bucket, 'channels/production/index.html'), 'utf8');

test('the policy lists the hash of each inline script that runs, and nothing unsafe', async () => {
  const page = await pageOf();
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  expect(policy).not.toContain('unsafe');
  const inline = [...page.matchAll(/<script(?: type="importmap")?>([\s\S]*?)<\/script>/g)].map(
    ([, text]) => text ?? '',
  );
  expect(inline).toHaveLength(2);
  for (const text of inline) expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
});

test('the import map stands before any module and covers every script of the set', async () => {
  const page = await pageOf();
  expect(page.indexOf('importmap')).toBeLessThan(page.indexOf('type="module"'));
  const map = JSON.parse(/<script type="importmap">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '') as {
    integrity: Record<string, string>;
  };
  expect(Object.keys(map.integrity).toSorted()).toEqual([
    '/remotes/mfe-auth/1.0.0/entry.js',
    '/remotes/mfe-leads/1.0.0/entry.js',
    '/remotes/shell/1.0.0/entry.js',
  ]);
});

test('the inlined release is what the shell reads, and no text in it can end its element', async () => {
  const bench = await openLiveBench();
  await bench.publish('mfe-leads', '3.0.0', {
    routes: [{ path: '/mfe-leads', title: { 'pt-BR': '</script><script>alert(1)', en: 'x' } }],
  });
  await bench.run('promote', 'mfe-leads@3.0.0', '--reason', 'x');
  const page = readFileSync(join(bench.bucket, 'channels/production/index.html'), 'utf8');
  expect(page).not.toContain('alert(1)</');
  const release = pageReleaseSchema.parse(JSON.parse(/id="release">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''));
  expect(release.remotes['mfe-leads']?.routes[0]?.title['pt-BR']).toBe('</script><script>alert(1)');
  expect(release.remotes['mfe-leads']?.previous?.version).toBe('1.0.0');
});

/** Runs the boot script over a page that has only what it touches. */
function runBoot(
  release: PageRelease,
  address: string,
  storage: Record<string, string> = {},
): { links: Record<string, string>[]; reads: string[]; root: { lang: string; dataset: Record<string, string> } } {
  const url = new URL(address, 'http://app.test');
  const links: Record<string, string>[] = [];
  const reads: string[] = [];
  const root = { lang: '', dataset: {} as Record<string, string> };
  vm.runInNewContext(bootScript, {
    document: {
      documentElement: root,
      getElementById: () => ({ textContent: JSON.stringify(release) }),
      createElement: () => ({}),
      head: { append: (link: Record<string, string>) => links.push(link) },
    },
    localStorage: { getItem: (key: string) => storage[key] ?? null },
    matchMedia: () => ({ matches: false }),
    location: url,
    URL,
    URLSearchParams,
    encodeURIComponent,
    fetch: (read: string) => {
      reads.push(read);
      return Promise.resolve();
    },
  });
  return { links, reads, root };
}

const remote = (
  name: string,
  routes: PageRelease['remotes'][string]['routes'],
  more: object = {},
): PageRelease['remotes'][string] => ({
  name,
  version: '1.0.0',
  base: `/remotes/${name}/1.0.0/`,
  entry: 'e.js',
  preload: ['e.js'],
  requires: {},
  routes,
  contract: 1,
  css: [['a.css', 'sha384-x']],
  ...more,
});
const title = { 'pt-BR': 'x', en: 'x' };
const release: PageRelease = {
  number: 1,
  channel: 'production',
  apiOrigin: 'http://api.test',
  shell: { version: '1.0.0', base: '/remotes/shell/1.0.0/', shares: {} },
  remotes: {
    'mfe-auth': remote(
      'mfe-auth',
      [
        { path: '/entrar', title, frame: 'plain' },
        { path: '/configuracoes/sessoes', title },
      ],
      { provides: { session: 's.js' } },
    ),
    'mfe-leads': remote('mfe-leads', [
      {
        path: '/leads',
        title,
        preload: ['list.js'],
        data: [{ url: '/api/v1/public/leads?limit=60', forward: ['q', 'stage'] }],
      },
      { path: '/leads/:id', title, preload: ['detail.js'], data: [{ url: '/api/v1/public/leads/:id' }] },
      { path: '/leads/novo', title, preload: ['new.js'] },
    ]),
    'mfe-settings': remote('mfe-settings', [{ path: '/configuracoes', title }]),
  },
};

test('the boot script asks for the session file, the active route and its first reads, and for no other remote', () => {
  const { links, reads } = runBoot(release, '/leads?q=joão&x=1&stage=new&stage=won');
  expect(links.map((link) => link.href)).toEqual([
    '/remotes/mfe-auth/1.0.0/s.js',
    '/remotes/mfe-leads/1.0.0/a.css',
    '/remotes/mfe-leads/1.0.0/e.js',
    '/remotes/mfe-leads/1.0.0/list.js',
  ]);
  expect(links.every((link) => link.crossOrigin === 'anonymous')).toBe(true);
  expect(reads).toEqual([
    'http://api.test/api/v1/auth/session',
    'http://api.test/api/v1/public/leads?limit=60&q=jo%C3%A3o&stage=new&stage=won',
  ]);
  expect(runBoot(release, '/leads/42').reads[1]).toBe('http://api.test/api/v1/public/leads/42');
});

test.each([
  '/leads',
  '/leads/7',
  '/leads/novo',
  '/leads/novo/x',
  '/configuracoes',
  '/configuracoes/perfil',
  '/configuracoes/sessoes',
  '/nada',
  '/',
])('at %s the boot script and the shell choose the same route', (path) => {
  const routes = Object.values(release.remotes).flatMap((r) =>
    r.routes.map((route) => ({ ...route, style: `${r.base}a.css` })),
  );
  const chosen = runBoot(release, path)
    .links.filter((link) => link.rel === 'stylesheet')
    .map((link) => link.href);
  const expected = findRoute(routes, path === '/' ? HOME_PATH : path)?.style; // the shell leads from "/" to the home page
  expect(chosen).toEqual(expected === undefined ? [] : [expected]);
});

test('theme and language are set before the first paint', () => {
  expect(runBoot(release, '/leads').root).toMatchObject({ lang: 'pt-BR', dataset: { theme: 'light' } });
  expect(runBoot(release, '/leads', { 'piloto.theme': 'dark', 'piloto.locale': 'en' }).root).toMatchObject({
    lang: 'en',
    dataset: { theme: 'dark' },
  });
});
