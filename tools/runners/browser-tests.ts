import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { packageBin, ROOT } from '../root.ts';
import { freePorts } from '../stack/ports.ts';
import { removePostgres } from '../stack/postgres.ts';
import { runProgram } from '../stack/program.ts';
import { counted, type StepResult } from './step.ts';

export type Deployment = 'two-origins' | 'one-origin';
const START_MS = 240_000;
const STOP_MS = 10_000;

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

class RunningStack {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  #output = '';

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#process = spawn(process.execPath, [join(ROOT, 'tools/start.ts'), ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    this.#ended = new Promise((done) => this.#process.once('close', () => done()));
  }

  get output(): string {
    return this.#output;
  }

  async ready(signal: AbortSignal): Promise<void> {
    const until = Date.now() + START_MS;
    while (!/^Pronto: /m.test(this.#output)) {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null || signal.aborted || Date.now() > until)
        throw new Failure(`npm start did not become ready:\n${this.#output}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Asks it to end as Ctrl-C does, and says how long that took. */
  async stop(): Promise<number> {
    const began = Date.now();
    this.#process.kill('SIGINT');
    await this.#ended;
    return Date.now() - began;
  }
}

/** The whole stack as `npm start` starts it, on ports and in a home of its own, and the browser's tests against it. */
export async function runBrowserTests(
  deployment: Deployment,
  scratch: string,
  signal: AbortSignal,
): Promise<Omit<StepResult, 'name' | 'ms'>> {
  const home = join(scratch, deployment);
  mkdirSync(home);
  const [appPort = 0, apiPort = 0] = await freePorts(2);
  const settings = { APP_PORT: String(appPort), API_PORT: String(apiPort), PILOTO_HOME: home, DATABASE_URL: '' };
  const appUrl = `http://localhost:${appPort}`;
  const env = { ...process.env, ...settings, PUBLIC_APP_URL: '', PUBLIC_API_URL: '' };
  const stack = new RunningStack(deployment === 'one-origin' ? ['--one-origin'] : [], env);
  const file = join(scratch, `playwright-${deployment}.json`);
  try {
    await stack.ready(signal);
    const result = await runProgram(packageBin('playwright', 'e2e'), ['test', '--project', deployment], {
      cwd: join(ROOT, 'e2e'),
      signal,
      env: {
        ...env,
        PILOTO_E2E_URL: appUrl,
        PILOTO_E2E_API_URL: deployment === 'one-origin' ? appUrl : `http://localhost:${apiPort}`,
        PILOTO_E2E_REPORT: file,
      },
    });
    const stopped = await stack.stop();
    if (!existsSync(file)) return counted(0, 0, 0, result.code, `${result.output}\n${stack.output}`);
    const { stats, errors } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    const slow = stopped > STOP_MS ? [`npm start took ${stopped} ms to end; allowed: ${STOP_MS}.`] : [];
    // A test that passed only at its second attempt did not pass.
    const failed = stats.unexpected + stats.flaky + errors.length + slow.length;
    return counted(stats.expected, failed, stats.skipped, result.code, [result.output, ...slow].join('\n'));
  } finally {
    await stack.stop();
    await removePostgres(join(home, 'postgres'));
  }
}
