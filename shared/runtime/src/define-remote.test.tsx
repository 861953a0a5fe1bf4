import type { RemoteProps } from '@piloto/contracts';
import { fakeSession } from '@piloto/testing';
import { act, screen } from '@testing-library/react';
import { Link, useParams } from 'react-router';
import { expect, test, vi } from 'vitest';

import { defineRemote } from './define-remote.tsx';
import { lazyPage } from './lazy-page.tsx';
import { setLocale, useMessages } from './messages.ts';

function Lead() {
  const t = useMessages('probe');
  const { id } = useParams();
  if (id === 'broken') throw new Error('cannot draw');
  return (
    <>
      <h1>{t('title', { id: id ?? '' })}</h1>
      <Link to="/leads/8">8</Link>
    </>
  );
}

function propsFor(domElement: HTMLElement, failures: unknown[]): RemoteProps {
  return {
    domElement,
    basePath: '',
    locale: { get: () => 'pt-BR', subscribe: () => () => {} },
    theme: { get: () => 'light', subscribe: () => () => {} },
    session: fakeSession(),
    navigate: () => {},
    events: { emit: (type, detail) => void (type === 'failure' && failures.push(detail)), on: () => () => {} },
    unsaved: { set: () => {}, clear: () => {} },
    signal: new AbortController().signal,
  };
}

const loads = vi.fn(async () => Lead);
const probe = defineRemote({
  name: 'probe',
  messages: { 'pt-BR': { title: 'Lead {{id}}' }, en: async () => ({ default: { title: 'Lead no. {{id}}' } }) },
  pages: { '/leads/:id': lazyPage(loads) },
  connect: () => {},
  layout: ({ portal, children }) => <div data-portal-of={portal.dataset.mfe}>{children}</div>,
});

async function mountAt(path: string) {
  history.replaceState(null, '', path);
  const element = document.createElement('div');
  document.body.append(element);
  const failures: unknown[] = [];
  const props = propsFor(element, failures);
  await act(() => probe.mount(props));
  return { element, failures, props };
}

test('mounts the page of the address, and unmounts without a trace', async () => {
  await setLocale('pt-BR');
  const { element, props } = await mountAt('/leads/7');
  expect(screen.getByRole('heading', { name: 'Lead 7' })).toBeDefined();
  expect(document.querySelectorAll('[data-portal][data-mfe=probe]')).toHaveLength(1);
  await act(() => probe.unmount(props));
  expect(element.childNodes).toHaveLength(0);
  expect(document.querySelector('[data-portal]')).toBeNull();
});

test('mounts again fifty times and leaves nothing behind', async () => {
  for (let i = 0; i < 50; i += 1) {
    const { props, element } = await mountAt(`/leads/${i}`);
    await act(() => probe.unmount(props));
    element.remove();
  }
  expect(document.body.childNodes).toHaveLength(0);
});

test('follows the language without mounting again', async () => {
  const { props } = await mountAt('/leads/7');
  await act(() => setLocale('en'));
  expect(screen.getByRole('heading', { name: 'Lead no. 7' })).toBeDefined();
  await act(() => setLocale('pt-BR'));
  await act(() => probe.unmount(props));
});

test('a page that throws tells the shell and draws nothing', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { element, failures, props } = await mountAt('/leads/broken');
  expect(failures).toMatchObject([{ where: 'render', error: new Error('cannot draw') }]);
  expect(element.textContent).toBe('');
  await act(() => probe.unmount(props));
  log.mockRestore();
});

test('preload loads the page once and draws nothing', async () => {
  loads.mockClear();
  await probe.preload?.('/leads/9', 'pt-BR');
  await probe.preload?.('/leads/9', 'pt-BR');
  expect(loads.mock.calls.length).toBeLessThanOrEqual(1);
  expect(document.body.childNodes).toHaveLength(0);
});
