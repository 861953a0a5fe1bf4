/** The outcome of one step of a test run. Counts are those of the runner itself. */
export type StepResult = {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  ms: number;
  /** Shown whole when something failed. */
  output: string;
  /** Why a step did not run, when that is no failure. */
  note?: string;
};

type Outcome = Omit<StepResult, 'name' | 'ms'>;

/** Runs a step with its time. A step that breaks is a failure with its cause as output. */
export async function runStep(name: string, work: () => Promise<Outcome>): Promise<StepResult> {
  const began = Date.now();
  try {
    return { name, ...(await work()), ms: Date.now() - began };
  } catch (error) {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { name, passed: 0, failed: 1, skipped: 0, output, ms: Date.now() - began };
  }
}

/** A runner that executed nothing, or that broke without saying which test, has failed. */
export function counted(passed: number, failed: number, skipped: number, code: number, output: string): Outcome {
  if (passed + failed === 0) return { passed, failed: 1, skipped, output: `No test was executed.\n${output}` };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, output };
}

export function describeStep({ name, passed, failed, skipped, ms, note }: StepResult): string {
  const counts =
    note ?? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${failed > 0 ? '✗' : note === undefined ? '✓' : '–'} ${name.padEnd(24)} ${counts.padEnd(32)} ${(ms / 1000).toFixed(1).padStart(6)} s`;
}

/** The last lines of a run: a table of its steps, and the sum over all runners. */
export function summarize(steps: readonly StepResult[]): string {
  const sum = (key: 'passed' | 'failed'): number => steps.reduce((total, step) => total + step[key], 0);
  return [...steps.map(describeStep), '', `${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}
