import { rmSync } from 'node:fs';
import type { Release } from '@piloto/contracts';
import { expect, test } from 'vitest';
import { planRollback } from '../manifest/plan.ts';
import { openLiveBench } from '../testing/versions.ts';

const live = async (bench: Awaited<ReturnType<typeof openLiveBench>>) =>
  (await bench.run('status', '--json')).json() as {
    number: number;
    remotes: Record<string, { version: string; previous?: string }>;
  };

test('one remote goes back to the version before, however many releases of others lie between', async () => {
  const bench = await openLiveBench();
  await bench.publish('mfe-auth', '2.0.0');
  await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'two');
  await bench.run('promote', 'mfe-auth@2.0.0', '--reason', 'three');
  expect((await bench.run('rollback', '--remote', 'mfe-leads', '--reason', 'broken')).code).toBe(0);
  expect(await live(bench)).toMatchObject({
    number: 4,
    remotes: {
      'mfe-leads': { version: '1.0.0', previous: '1.1.0' },
      'mfe-auth': { version: '2.0.0', previous: '1.0.0' },
    },
  });
});

test('a rollback that would change nothing is refused and says what is live', async () => {
  const bench = await openLiveBench();
  await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'two');
  const { code, err } = await bench.run('rollback', '--to', '2', '--reason', 'x');
  expect([code, err.includes('already as it was in release 2')]).toEqual([3, true]);
  expect((await live(bench)).number).toBe(2);
});

test('the gate holds for a rollback too: a version that lost a file does not come back', async () => {
  const bench = await openLiveBench();
  await bench.run('promote', 'mfe-leads@1.1.0', '--reason', 'two');
  rmSync(`${bench.bucket}/remotes/mfe-leads/1.0.0/entry.js`);
  const { code, err } = await bench.run('rollback', '--reason', 'x');
  expect([code, err.includes('remotes/mfe-leads/1.0.0/entry.js is missing')]).toEqual([3, true]);
});

test('an unknown remote names those that there are', async () => {
  const bench = await openLiveBench();
  const { code, err } = await bench.run('rollback', '--remote', 'mfe-nope', '--reason', 'x');
  expect([code, err.includes('shell, mfe-auth, mfe-leads')]).toEqual([1, true]);
});

test('what was taken out of service stays out of service', () => {
  const ref = { version: '1.0.0', base: '/remotes/x/1.0.0/' };
  const base: Release = {
    schema: 1,
    number: 1,
    channel: 'production',
    time: '2026-11-24T12:00:00.000Z',
    by: 'a',
    reason: 'b',
    remotes: { 'mfe-leads': ref },
    shell: ref,
    pins: [],
    killed: [],
    overrides: { roles: [], origins: [] },
  };
  const current = { ...base, number: 2, killed: ['mfe-leads@0.9.0'] };
  const next = planRollback(current, base, undefined, { channel: 'production', by: 'a', reason: 'c', time: base.time });
  expect([next.number, next.killed]).toEqual([3, ['mfe-leads@0.9.0']]);
});
