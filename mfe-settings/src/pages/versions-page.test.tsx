import type { PageRelease } from '@piloto/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HttpResponse, http, server } from '@piloto/testing';
import { bucketOf, descriptor, ref, release, releaseFile, serveBucket } from '../testing/bucket.ts';
import { openPage } from '../testing/open-page.tsx';
import { VersionsPage } from './versions-page.tsx';

const ROUTE = '/configuracoes/versoes';
const first = release(1, { 'mfe-leads': '1.0.0' });
const second = release(2, { 'mfe-leads': '1.1.0' });
const back = release(3, { 'mfe-leads': '1.0.0' });

/** What the tab runs, put where the page carries it. */
function carry(page: PageRelease): void {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = 'release';
  script.textContent = JSON.stringify(page);
  document.body.append(script);
}

const history = () => screen.findByRole('table', { name: 'Histórico de releases' });
const rowOf = async (number: number): Promise<HTMLElement> => {
  const link = await within(await history()).findByRole('link', { name: `Release ${number}` });
  const row = link.closest('tr');
  if (row === null) throw new Error(`The link of release ${number} stands in no row.`);
  return row;
};

test('the live set and the history are told in words', async () => {
  serveBucket(bucketOf(first, second, back));
  await openPage(VersionsPage, ROUTE);
  const live = await screen.findByRole('table', { name: 'Versões no ar' });
  await waitFor(() =>
    expect(within(live).getByRole('row', { name: /mfe-leads.*1\.0\.0.*20\/11\/2026.*c100/ })).toBeDefined(),
  );
  const newest = await rowOf(3);
  await waitFor(() => expect(newest.textContent).toContain('mfe-leads 1.1.0 → 1.0.0'));
  expect(newest.textContent).toContain('motivo 3');
  expect(newest.textContent).toContain('No ar');
  expect((await rowOf(2)).textContent).toContain('Substituído');
  expect((await rowOf(1)).textContent).toContain('Primeiro release, com 2 módulos');
  expect(screen.getByText(/^Lido do bucket às \d\d:\d\d:\d\d$/)).toBeDefined();
});

test('a release that brought an older version back is a reversal', async () => {
  serveBucket(bucketOf(first, second, back, release(4, { 'mfe-leads': '1.2.0' })));
  await openPage(VersionsPage, ROUTE);
  const row = await rowOf(3);
  await waitFor(() => expect(row.textContent).toContain('Reversão'));
});

test('a malformed release is named in its row; the others are shown', async () => {
  const files = bucketOf(first, second, back);
  files.set(releaseFile(1), { ...first, remotes: { 'mfe-leads': { version: 'x', base: '/x/' } } });
  serveBucket(files);
  await openPage(VersionsPage, ROUTE);
  const broken = await rowOf(1);
  await waitFor(() => expect(broken.textContent).toContain('channels/production/releases/000001.json está malformado'));
  expect(broken.textContent).toContain('remotes.mfe-leads.version');
  await waitFor(async () => expect((await rowOf(3)).textContent).toContain('mfe-leads 1.1.0 → 1.0.0'));
  expect((await rowOf(2)).textContent).toContain('o release 1 não pôde ser lido');
});

test('a release file under another number is malformed', async () => {
  const files = bucketOf(first, second);
  files.set(releaseFile(2), { ...second, number: 7 });
  serveBucket(files);
  await openPage(VersionsPage, ROUTE);
  const row = await rowOf(2);
  await waitFor(() => expect(row.textContent).toContain('000002.json está malformado (number: 7)'));
});

test('a chosen release is compared with the one before: versions, pages, navigation; the address keeps it', async () => {
  const files = bucketOf(first, second, back);
  files.set(
    `${ref('mfe-leads', '1.1.0').base}version.json`,
    descriptor('mfe-leads', '1.1.0', { routes: [{ path: '/funil', title: { 'pt-BR': 'Funil', en: 'Board' } }] }),
  );
  serveBucket(files);
  const { user } = await openPage(VersionsPage, ROUTE);
  await user.click(within(await rowOf(2)).getByRole('link', { name: 'Release 2' }));
  expect(location.search).toBe('?release=2');
  const panel = await screen.findByRole('region', { name: '1 → 2' });
  expect(await within(panel).findByText('Página nova: Funil (/funil)')).toBeDefined();
  expect(within(panel).getByText('1.0.0')).toBeDefined();
  expect(within(panel).getByText('1.1.0')).toBeDefined();
  expect(within(panel).getByText('motivo 2')).toBeDefined();
});

test('files are compared with their hashes on request, and a changed one is named', async () => {
  const files = bucketOf(first);
  const base = ref('mfe-leads', '1.0.0').base;
  const hash = async (text: string): Promise<string> => {
    const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text));
    return `sha384-${Buffer.from(digest).toString('base64')}`;
  };
  files.set(`${base}right.js`, 'export {};');
  files.set(`${base}wrong.js`, 'export { flipped };');
  const integrity = { 'right.js': await hash('export {};'), 'wrong.js': await hash('export {};') };
  files.set(`${base}version.json`, descriptor('mfe-leads', '1.0.0', { integrity }));
  serveBucket(files);
  const { user } = await openPage(VersionsPage, ROUTE);
  await user.click(await screen.findByRole('button', { name: 'Conferir arquivos' }));
  expect((await screen.findByText('1 arquivo não confere')).closest('[role=alert]')?.textContent).toContain(
    'remotes/mfe-leads/1.0.0/wrong.js',
  );
  expect(screen.queryByText(/right\.js/)).toBeNull();
});

test('a tab that runs an older release says so', async () => {
  serveBucket(bucketOf(first, second));
  carry({
    number: 1,
    channel: 'production',
    apiOrigin: '',
    shell: { ...ref('shell', '1.0.0'), shares: {} },
    remotes: { 'mfe-leads': { ...descriptor('mfe-leads', '1.0.0'), ...ref('mfe-leads', '1.0.0'), css: [] } },
  });
  await openPage(VersionsPage, ROUTE);
  expect(await screen.findByText('Esta aba usa o release 1; no ar está o 2.')).toBeDefined();
  expect(await screen.findByText('Usa 1.0.0')).toBeDefined();
  expect(screen.getByText('A mesma')).toBeDefined();
});

test('older releases are read when they are asked for', async () => {
  const releases = Array.from({ length: 23 }, (_, i) => release(i + 1, { 'mfe-leads': `1.${i}.0` }));
  serveBucket(bucketOf(...releases));
  const { user } = await openPage(VersionsPage, ROUTE);
  await rowOf(4);
  expect(screen.queryByRole('link', { name: 'Release 3' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Carregar mais' }));
  await waitFor(async () => expect((await rowOf(1)).textContent).toContain('Primeiro release'));
  expect(screen.queryByRole('button', { name: 'Carregar mais' })).toBeNull();
});

test('a channel without a release is empty, not failed', async () => {
  serveBucket(new Map());
  await openPage(VersionsPage, ROUTE);
  expect(await screen.findByText('Nenhum release no canal production')).toBeDefined();
});

test('a bucket that does not answer is told with its file and can be asked again', async () => {
  server.use(http.get(`${location.origin}/channels/*`, () => HttpResponse.error()));
  const { user } = await openPage(VersionsPage, ROUTE);
  const alert = await screen.findByRole('alert', {}, { timeout: 3000 });
  expect(alert.textContent).toContain('O bucket não respondeu ao pedido de channels/production/current.json');
  serveBucket(bucketOf(first));
  await user.click(screen.getByRole('button', { name: 'Tentar de novo' }));
  expect(await rowOf(1)).toBeDefined();
});

test('the page speaks English, too', async () => {
  serveBucket(bucketOf(first));
  await openPage(VersionsPage, ROUTE, { locale: 'en' });
  expect(await screen.findByRole('table', { name: 'History of releases' })).toBeDefined();
  expect(await screen.findByText('First release, with 2 modules')).toBeDefined();
});
