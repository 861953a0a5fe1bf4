import { expect, test } from 'vitest';
import { descriptor, ref, release } from '../../testing/bucket.ts';
import { changesBetween, isReversal, newestNumbers, routeChanges, tabDifferences } from './rules.ts';

const leads = (version: string) => release(1, { 'mfe-leads': version, 'mfe-auth': '1.0.0' });

test('only what differs is a change; what comes and goes has one side', () => {
  const before = release(1, { shell: '1.0.0', 'mfe-leads': '1.0.0', 'mfe-old': '1.0.0' });
  const after = release(2, { shell: '1.1.0', 'mfe-leads': '1.0.0', 'mfe-new': '0.1.0' });
  expect(changesBetween(before, after)).toEqual([
    { name: 'shell', before: ref('shell', '1.0.0'), after: ref('shell', '1.1.0') },
    { name: 'mfe-new', before: undefined, after: ref('mfe-new', '0.1.0') },
    { name: 'mfe-old', before: ref('mfe-old', '1.0.0'), after: undefined },
  ]);
  expect(changesBetween(before, before)).toEqual([]);
  expect(changesBetween(undefined, before).map(({ name }) => name)).toEqual(['shell', 'mfe-leads', 'mfe-old']);
});

test('a release that brings every changed module back to a version it had is a reversal', () => {
  const [a, b] = [leads('1.0.0'), leads('1.1.0')];
  expect(isReversal(a, b, [a])).toBe(true);
  expect(isReversal(leads('1.2.0'), b, [a])).toBe(false);
  expect(isReversal(b, b, [a])).toBe(false);
  expect(isReversal(a, undefined, [])).toBe(false);
});

test('a reversal is known by what the release before remembers, too', () => {
  const before = release(
    2,
    {},
    { remotes: { 'mfe-leads': { ...ref('mfe-leads', '1.1.0'), previous: ref('mfe-leads', '1.0.0') } } },
  );
  expect(isReversal(release(3, { 'mfe-leads': '1.0.0' }), before, [])).toBe(true);
  expect(isReversal(release(3, { 'mfe-leads': '0.9.0' }), before, [])).toBe(false);
});

test('a tab is compared module by module', () => {
  const live = release(2, { shell: '1.1.0', 'mfe-leads': '1.1.0', 'mfe-new': '1.0.0' });
  const page = {
    number: 1,
    channel: 'production',
    apiOrigin: '',
    shell: { ...ref('shell', '1.1.0'), shares: {} },
    remotes: {
      'mfe-leads': { ...descriptor('mfe-leads', '1.0.0'), ...ref('mfe-leads', '1.0.0'), css: [] },
    },
  };
  expect([...tabDifferences(live, page)]).toEqual([['mfe-leads', '1.0.0']]);
  expect([...tabDifferences(live, undefined)]).toEqual([]);
});

test('pages and navigation are compared path by path', () => {
  const title = { 'pt-BR': 'Leads', en: 'Leads' };
  const nav = { icon: 'users-round', order: 10 };
  const before = descriptor('mfe-leads', '1.0.0', {
    routes: [
      { path: '/leads', title, nav, guard: { permission: 'leads:read' } },
      { path: '/velha', title: { 'pt-BR': 'Velha', en: 'Old' } },
    ],
  });
  const after = descriptor('mfe-leads', '1.1.0', {
    routes: [
      { path: '/leads', title: { 'pt-BR': 'Contatos', en: 'Leads' }, nav: { ...nav, order: 20 } },
      { path: '/funil', title: { 'pt-BR': 'Funil', en: 'Board' }, nav },
    ],
  });
  expect(routeChanges(before, after, 'pt-BR')).toEqual([
    { kind: 'titleChanged', path: '/leads', title: 'Leads', to: 'Contatos' },
    { kind: 'guardChanged', path: '/leads', title: 'Contatos' },
    { kind: 'navChanged', path: '/leads', title: 'Contatos' },
    { kind: 'routeAdded', path: '/funil', title: 'Funil' },
    { kind: 'routeRemoved', path: '/velha', title: 'Velha' },
  ]);
  expect(routeChanges(before, before, 'pt-BR')).toEqual([]);
  expect(routeChanges(before, after, 'en').some(({ kind }) => kind === 'titleChanged')).toBe(false);
});

test('the newest numbers end at the first release', () => {
  expect(newestNumbers(3, 20)).toEqual([3, 2, 1]);
  expect(newestNumbers(30, 2)).toEqual([30, 29]);
});
