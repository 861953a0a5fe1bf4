import type { PageRelease } from '@piloto/contracts';
import { expect, test } from 'vitest';
import { placeGroups } from './places.ts';

const release = (paths: string[]): PageRelease => ({
  number: 1,
  channel: 'production',
  apiOrigin: '',
  shell: { version: '1.0.0', base: '/remotes/shell/1.0.0/', shares: {} },
  remotes: {
    'mfe-auth': {
      name: 'mfe-auth',
      version: '1.0.0',
      base: '/remotes/mfe-auth/1.0.0/',
      entry: 'entry.js',
      preload: [],
      requires: {},
      routes: paths.map((path) => ({ path, title: { 'pt-BR': 'Sessões', en: 'Sessions' } })),
      contract: 1,
      css: [],
    },
  },
});
const paths = (permissions: string[], page?: PageRelease): string[] =>
  placeGroups(permissions, page).flatMap(({ places }) => places.map(({ path }) => path));

test('a place that needs a permission is shown to those who have it', () => {
  expect(paths([])).toEqual(['/configuracoes/perfil']);
  expect(paths(['members:read', 'releases:read'])).toEqual([
    '/configuracoes/perfil',
    '/configuracoes/membros',
    '/configuracoes/versoes',
  ]);
});

test('the sessions are linked only where a remote of the release has that page', () => {
  expect(paths([], release(['/entrar']))).toEqual(['/configuracoes/perfil']);
  expect(paths([], release(['/entrar', '/configuracoes/sessoes']))).toEqual([
    '/configuracoes/perfil',
    '/configuracoes/sessoes',
  ]);
});
