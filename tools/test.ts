import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { runMain, say } from './main.ts';
import { runBrowserTests } from './runners/browser-tests.ts';
import { CHECKS } from './runners/checks.ts';
import { mapLimited } from './runners/in-turn.ts';
import { describeStep, runStep, type StepResult, summarize } from './runners/step.ts';
import { runApiTests, runRealData, runVitest } from './runners/unit-tests.ts';
import { BadSetting } from './settings.ts';
import { removePostgres } from './stack/postgres.ts';

const PARTS = ['checks', 'vitest', 'pytest', 'e2e', 'real-data'] as const;
type Part = (typeof PARTS)[number];
const USAGE = `npm test [-- --only ${PARTS.join(',')}]`;

function readParts(only: string | undefined): Set<Part> {
  if (only === undefined) return new Set(PARTS);
  const asked = only.split(',').map((name) => {
    const part = PARTS.find((known) => known === name.trim());
    if (part === undefined) throw new BadSetting(`There is no part "${name}" of the tests.\nUsage: ${USAGE}`);
    return part;
  });
  return new Set(asked);
}

/** Shows a step as soon as it has ended, with all that it wrote when it failed. */
async function shown(step: Promise<StepResult>): Promise<StepResult> {
  const result = await step;
  say(describeStep(result));
  if (result.failed > 0) say(`\n${result.output.trimEnd()}\n`);
  return result;
}

async function runParts(parts: ReadonlySet<Part>, scratch: string, signal: AbortSignal): Promise<StepResult[]> {
  const steps: StepResult[] = [];
  if (parts.has('checks'))
    steps.push(
      ...(await mapLimited(CHECKS, 2, ({ name, run }) =>
        shown(
          runStep(name, async () => {
            const { code, output } = await run(signal);
            return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
          }),
        ),
      )),
    );
  const inTurn = async (...lane: (readonly [Part, string, typeof runVitest])[]): Promise<StepResult[]> => {
    const results: StepResult[] = [];
    for (const [part, name, run] of lane)
      if (parts.has(part)) results.push(await shown(runStep(name, () => run(scratch, signal))));
    return results;
  };
  // Two lanes of about equal length, for two cores.
  const lanes = [
    inTurn(['vitest', 'vitest', runVitest], ['real-data', 'real data', runRealData]),
    inTurn(['pytest', 'pytest', runApiTests]),
  ];
  steps.push(...(await Promise.all(lanes)).flat());
  // One after the other: two stacks and two browsers on two cores would time each other out.
  if (parts.has('e2e'))
    for (const deployment of ['two-origins', 'one-origin'] as const)
      steps.push(await shown(runStep(`e2e ${deployment}`, () => runBrowserTests(deployment, scratch, signal))));
  return steps;
}

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());
process.on('disconnect', () => stopped.abort());

await runMain(async () => {
  const { values } = readArguments(USAGE, { only: { type: 'string' } });
  const parts = readParts(values.only);
  const scratch = mkdtempSync(join(tmpdir(), 'piloto-test-'));
  try {
    const steps = await runParts(parts, scratch, stopped.signal);
    say(`\n${summarize(steps)}`);
    return steps.every(({ failed }) => failed === 0) ? 0 : 1;
  } finally {
    await removePostgres(join(scratch, 'pytest'));
    rmSync(scratch, { recursive: true, force: true });
  }
});
