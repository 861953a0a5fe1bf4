import { act, render } from '@testing-library/react';
import { startTransition, Suspense, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from './error-boundary.tsx';
import { lazyPage } from './lazy-page.tsx';

test('a failed chunk can be asked for again, and a loaded one is asked for once', async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error('chunk 404'))
    .mockResolvedValue(() => null);
  const page = lazyPage(load);
  await expect(page.preload()).rejects.toThrow('chunk 404');
  await page.preload();
  await page.preload();
  expect(load).toHaveBeenCalledTimes(2);
});

test('a chunk without the page is a failure, not a blank page', async () => {
  const page = lazyPage(async () => JSON.parse('{}').Page);
  await expect(page.preload()).rejects.toThrow('exports no component');
});

test('a page whose chunk is missing fails once and for all, also when a transition draws it twice', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi.fn().mockRejectedValue(new Error('chunk 404'));
  const Page = lazyPage(load);
  const failures: unknown[] = [];
  let open: () => void = () => {};
  function Host() {
    const [shown, setShown] = useState(false);
    open = () => startTransition(() => setShown(true));
    return shown ? <Page /> : null;
  }
  render(
    <ErrorBoundary onError={(error) => failures.push(error)}>
      <Suspense>
        <Host />
      </Suspense>
    </ErrorBoundary>,
  );
  await Page.preload().catch(() => {}); // as the pointer over the link does
  await act(async () => open());
  await act(async () => {});
  expect(failures).toEqual([new Error('chunk 404')]);
  expect(load).toHaveBeenCalledTimes(1);
  log.mockRestore();
});
