import { expect, test, vi } from 'vitest';
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
