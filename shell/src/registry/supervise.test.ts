import type { RemoteLifecycle, RemoteProps } from '@piloto/contracts';
import { setReporter } from '@piloto/runtime';
import { fakeSession } from '@piloto/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LoadError } from './load-error.ts';
import type { LoadedRemote } from './load-remote.ts';
import type { RemoteVersion } from './release.ts';
import { type Place, type Supervisor, supervise } from './supervise.ts';

const version = { name: 'mfe-leads', version: '1.0.0' } as RemoteVersion;
const reports: { error: unknown; where: string; remote: string | undefined }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  reports.length = 0;
  setReporter((error, { where, remote }) => void reports.push({ error, where, remote }));
});
afterEach(() => vi.useRealTimers());

function setUp(
  lifecycle: Partial<RemoteLifecycle>,
  load?: () => Promise<LoadedRemote>,
): Supervisor & { places: Place[]; element: HTMLElement; fail(error: unknown): void; styles: boolean[] } {
  const element = document.createElement('div');
  element.hidden = true;
  const places: Place[] = [];
  const styles: boolean[] = [];
  let onFailure: (error: unknown) => void = () => {};
  const supervisor = supervise({
    name: 'mfe-leads',
    wanted: version,
    load:
      load ?? (async () => ({ version, lifecycle: { mount: async () => {}, unmount: async () => {}, ...lifecycle } })),
    enableStyles: async (_, on) => void styles.push(on),
    element: () => element,
    props: (domElement, signal, report) => {
      onFailure = report;
      return { domElement, signal, session: fakeSession() } as unknown as RemoteProps;
    },
    onPlace: (place) => places.push(place),
  });
  return { ...supervisor, places, element, styles, fail: (error) => onFailure(error) };
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

test('a healthy remote is loaded, styled, mounted and shown; mounting twice mounts once', async () => {
  const mount = vi.fn(async (props: RemoteProps) => props.domElement.append('leads'));
  const app = setUp({ mount });
  await app.lifecycles.mount();
  await app.lifecycles.mount();
  await settle();
  expect(mount).toHaveBeenCalledTimes(1);
  expect(app.element.textContent).toBe('leads');
  expect(app.element.hidden).toBe(false);
  expect(app.places.map((place) => place.status)).toEqual(['loading', 'shown']);
});

test('a remote that cannot be loaded fails in its place, and "try again" can save it', async () => {
  const load = vi
    .fn<() => Promise<LoadedRemote>>()
    .mockRejectedValueOnce(new LoadError('http', 'mfe-leads', '1.0.0', '404', { status: 404 }))
    .mockResolvedValue({ version, lifecycle: { mount: async () => {}, unmount: async () => {} } });
  const app = setUp({}, load);
  await app.lifecycles.mount();
  await settle();
  expect(app.places.at(-1)).toMatchObject({ status: 'failed', error: { failure: 'http', status: 404 } });
  app.retry();
  await settle();
  expect(app.places.at(-1)).toMatchObject({ status: 'shown', version: '1.0.0' });
});

test('a throw in mount is reported with its remote, and its leftovers are removed', async () => {
  const app = setUp({
    mount: async (props) => {
      props.domElement.append('half');
      throw new Error('no');
    },
  });
  await app.lifecycles.mount();
  await settle();
  expect(app.places.at(-1)).toMatchObject({ status: 'failed', error: { failure: 'mount' } });
  expect(app.element.textContent).toBe('');
  expect(reports).toMatchObject([{ where: 'mount', remote: 'mfe-leads' }]);
});

test('a mount that hangs ends in a time-out while single-spa went on long ago', async () => {
  const app = setUp({ mount: () => new Promise(() => {}) });
  await app.lifecycles.mount();
  await vi.advanceTimersByTimeAsync(7_999);
  expect(app.places.at(-1)?.status).toBe('loading');
  await vi.advanceTimersByTimeAsync(2);
  expect(app.places.at(-1)).toMatchObject({ status: 'failed', error: { failure: 'timeout' } });
});

test('a throw while drawing, long after the mount, puts the card in the place', async () => {
  const app = setUp({});
  await app.lifecycles.mount();
  await settle();
  app.fail(new Error('boom'));
  await settle();
  expect(app.places.at(-1)).toMatchObject({ status: 'failed', error: { failure: 'render', cause: new Error('boom') } });
});

test('an unmount that throws or hangs is reported and holds nobody up', async () => {
  const throwing = setUp({ unmount: async () => Promise.reject(new Error('stuck')) });
  await throwing.lifecycles.mount();
  await settle();
  await throwing.lifecycles.unmount();
  await settle();
  expect(reports).toMatchObject([{ where: 'unmount', remote: 'mfe-leads' }]);
  expect(throwing.element.hidden).toBe(true);
  expect(throwing.styles).toEqual([true, false]);

  const hanging = setUp({ unmount: () => new Promise(() => {}) });
  await hanging.lifecycles.mount();
  await settle();
  await hanging.lifecycles.unmount();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(reports.at(-1)).toMatchObject({ where: 'unmount', error: { failure: 'timeout' } });
});

test('somebody who left while the remote was loading never gets it mounted', async () => {
  const mount = vi.fn(async () => {});
  const app = setUp({ mount });
  await app.lifecycles.mount();
  await app.lifecycles.unmount();
  await settle();
  expect(mount).not.toHaveBeenCalled();
  await app.lifecycles.mount();
  await settle();
  expect(mount).toHaveBeenCalledTimes(1);
});

test('coming back waits until the former mount has left', async () => {
  const order: string[] = [];
  const app = setUp({
    mount: async () => void order.push('mount'),
    unmount: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('unmounted');
    },
  });
  await app.lifecycles.mount();
  await settle();
  await app.lifecycles.unmount();
  await app.lifecycles.mount();
  await vi.advanceTimersByTimeAsync(60);
  expect(order).toEqual(['mount', 'unmounted', 'mount']);
});
