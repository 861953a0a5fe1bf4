import { expect, test } from 'vitest';
import { mapLimited } from './in-turn.ts';
import { counted, runStep, summarize } from './step.ts';
import { readJunit } from './unit-tests.ts';

test('the last line is the sum over all runners', () => {
  const step = (name: string, passed: number, failed: number) => ({
    name,
    passed,
    failed,
    skipped: 1,
    ms: 1200,
    output: '',
  });
  const text = summarize([step('vitest', 40, 0), step('pytest', 60, 2)]);
  expect(text.split('\n').at(-1)).toBe('100 passed, 2 failed');
  expect(text).toMatch(/✓ vitest .*40 passed, 1 skipped .*1\.2 s/);
  expect(text).toMatch(/✗ pytest .*60 passed, 2 failed, 1 skipped/);
});

test('a runner that executed nothing has failed, also when it ended well', () => {
  expect(counted(0, 0, 5, 0, 'no tests ran')).toMatchObject({
    failed: 1,
    output: expect.stringContaining('No test was executed'),
  });
});

test('a runner that broke after its tests has failed', () => {
  expect(counted(12, 0, 0, 1, '')).toMatchObject({ passed: 12, failed: 1 });
  expect(counted(12, 3, 0, 1, '')).toMatchObject({ passed: 12, failed: 3 });
  expect(counted(12, 0, 0, 0, '')).toMatchObject({ passed: 12, failed: 0 });
});

test('a step that throws is one failure with its cause', async () => {
  const result = await runStep('e2e', () => Promise.reject(new Error('no browser')));
  expect(result).toMatchObject({ name: 'e2e', passed: 0, failed: 1, output: expect.stringContaining('no browser') });
});

test('the counts of a JUnit file', () => {
  const xml = `<?xml version="1.0"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="20" time="1.5"><testcase name="x"/></testsuite></testsuites>`;
  expect(readJunit(xml)).toEqual({ passed: 14, failed: 3, skipped: 3 });
});

test('work is done at most so many at a time, in order of results', async () => {
  let now = 0;
  let most = 0;
  const results = await mapLimited([30, 10, 20, 5], 2, async (ms) => {
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done, ms));
    now -= 1;
    return ms;
  });
  expect(results).toEqual([30, 10, 20, 5]);
  expect(most).toBe(2);
});
