import { expect, test } from 'vitest';
import { findRoute, matchesRoute, returnToSchema } from './paths.ts';

const routes = ['/leads', '/leads/:id', '/leads/novo', '/configuracoes', '/configuracoes/sessoes'].map((path) => ({
  path,
}));

test.each([
  ['/leads', '/leads'],
  ['/leads/', '/leads'],
  ['/leads/7', '/leads/:id'],
  ['/leads/novo', '/leads/novo'],
  ['/configuracoes/perfil', '/configuracoes'],
  ['/configuracoes/sessoes/x', '/configuracoes/sessoes'],
  ['/leadsx', undefined],
  ['/', undefined],
])('%s is answered by %s', (pathname, path) => {
  expect(findRoute(routes, pathname)?.path).toBe(path);
});

test('a route owns what lies below it', () => {
  expect(matchesRoute('/agentes', '/agentes/1/versoes')).toBe(true);
  expect(matchesRoute('/agentes/:id', '/agentes')).toBe(false);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/entrar',
  '/entrar?voltar=/leads',
  '/criar-conta',
  'leads',
  '/a b',
])('after sign-in nobody is led to %s', (value) => {
  expect(returnToSchema.safeParse(value).success).toBe(false);
});

test('after sign-in a path of the dashboard is fine', () => {
  expect(returnToSchema.parse('/leads?q=jo%C3%A3o&stage=new')).toBe('/leads?q=jo%C3%A3o&stage=new');
  expect(returnToSchema.parse('/entrartudo')).toBe('/entrartudo');
});
