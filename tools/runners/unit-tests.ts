import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { packageBin, PYTHON, ROOT } from '../root.ts';
import { runProgram } from '../stack/program.ts';
import { counted, type StepResult } from './step.ts';

type Outcome = Omit<StepResult, 'name' | 'ms'>;

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

export async function runVitest(scratch: string, signal: AbortSignal): Promise<Outcome> {
  const file = join(scratch, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await runProgram(packageBin('vitest'), args, { cwd: ROOT, signal });
  if (!existsSync(file)) return counted(0, 0, 0, code, output);
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  // A file that cannot even be loaded has no failed test in it: it counts as one.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  return counted(report.numPassedTests, report.numFailedTests + broken, skipped, code, output);
}

/** Sums the counts of a JUnit file's suites. */
export function readJunit(xml: string): { passed: number; failed: number; skipped: number } {
  const totals = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  for (const [, attributes] of xml.matchAll(/<testsuite\s([^>]*)>/g))
    for (const key of ['tests', 'failures', 'errors', 'skipped'] as const)
      totals[key] += Number(new RegExp(`\\b${key}="(\\d+)"`).exec(attributes ?? '')?.[1] ?? 0);
  const failed = totals.failures + totals.errors;
  return { passed: Math.max(0, totals.tests - failed - totals.skipped), failed, skipped: totals.skipped };
}

async function runPytest(marker: string, scratch: string, signal: AbortSignal): Promise<Outcome> {
  const file = join(scratch, `pytest-${marker.replace(/\W/g, '-')}.xml`);
  const env = { ...process.env, PILOTO_TEST_HOME: join(scratch, 'pytest') };
  const args = ['-m', 'pytest', '-q', '-m', marker, '--junitxml', file, '-p', 'no:cacheprovider'];
  const { code, output } = await runProgram(PYTHON, args, { cwd: join(ROOT, 'api'), env, signal });
  if (!existsSync(file)) return counted(0, 0, 0, code, output);
  const { passed, failed, skipped } = readJunit(readFileSync(file, 'utf8'));
  return counted(passed, failed, skipped, code, output);
}

export const runApiTests = (scratch: string, signal: AbortSignal): Promise<Outcome> =>
  runPytest('not real_data', scratch, signal);

/** The suite over the real files, which are not in the repository: said plainly where they are missing. */
export async function runRealData(scratch: string, signal: AbortSignal): Promise<Outcome> {
  const folder = resolve(ROOT, process.env.PILOTO_REAL_DATA || '../shared/data');
  if (!existsSync(folder))
    return {
      passed: 0,
      failed: 0,
      skipped: 0,
      output: '',
      note: `skipped: there is no folder ${folder} (set PILOTO_REAL_DATA)`,
    };
  return runPytest('real_data', scratch, signal);
}
