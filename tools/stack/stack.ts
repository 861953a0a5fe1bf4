import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Failure } from '../failure.ts';
import { PYTHON, ROOT } from '../root.ts';
import type { Settings } from '../settings.ts';
import { Child } from './child.ts';
import { type FrontEnd, releasedFrontEnd } from './front-end.ts';
import { migrate } from './migrations.ts';
import { requireFreePorts } from './ports.ts';
import { startPostgres, stopPostgres } from './postgres.ts';
import { waitUntilReady } from './readiness.ts';
import { RunRecord } from './run-record.ts';

export type StackOptions = {
  settings: Settings;
  oneOrigin: boolean;
  /** What the API and the worker get; the stack's own settings go on top. */
  env: NodeJS.ProcessEnv;
  report: (line: string) => void;
  /** What answers on APP_PORT. Default: the bucket, with every package built, published and promoted. */
  frontEnd?: FrontEnd;
};

/** The API ends its streams after 5 s; all of it has to be gone within 10 s of the signal. */
const GRACE_MS = 6000;

function prepareHome(home: string): void {
  try {
    mkdirSync(join(home, 'logs'), { recursive: true, mode: 0o755 });
    accessSync(home, constants.W_OK);
  } catch (error) {
    throw new Failure(
      `PILOTO_HOME is ${home}, and this user cannot write there (${codeOf(error) ?? 'unknown'}). Make it yours, or set PILOTO_HOME to another folder.`,
    );
  }
}

/** The whole dashboard on one machine. Whatever was started is ended by `stop`, also when the start itself fails. */
export class Stack {
  readonly #options: StackOptions;
  readonly #aborted = new AbortController();
  readonly #children: Child[] = [];
  #record: RunRecord | undefined;
  #frontEnd: FrontEnd | undefined;
  #usesPostgres = false;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #fail: (error: Failure) => void = () => {};
  /** Rejects when one of the programs ends by itself. */
  readonly failed: Promise<never>;

  constructor(options: StackOptions) {
    this.#options = options;
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => {}); // heard through the races below
  }

  /** Resolves once a page load and a sign-in would work. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    const { settings, oneOrigin, report } = this.#options;
    const signal = this.#aborted.signal;
    prepareHome(settings.home);
    this.#record = await RunRecord.claim(settings.home, settings.appUrl);
    await requireFreePorts({ APP_PORT: settings.appPort, API_PORT: settings.apiPort });
    const frontEnd = this.#options.frontEnd ?? releasedFrontEnd();
    this.#frontEnd = frontEnd;
    const pages = await frontEnd.open({ settings, oneOrigin, report, signal });
    const results = await Promise.race([this.failed, Promise.allSettled([pages.ready, this.#startApi()])]);
    const failure = results.find((result) => result.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
    await Promise.race([this.failed, waitUntilReady(settings, signal)]);
  }

  async #startApi(): Promise<void> {
    const { settings, oneOrigin, env, report } = this.#options;
    this.#usesPostgres = settings.databaseUrl === undefined;
    const own = settings.databaseUrl === undefined ? await startPostgres(settings.home) : undefined;
    const apiEnv = {
      ...env,
      DATABASE_URL: settings.databaseUrl ?? own?.url,
      PILOTO_HOME: settings.home,
      BUCKET: join(settings.home, 'bucket'),
      PUBLIC_APP_URL: settings.appUrl,
      PUBLIC_API_URL: settings.apiUrl,
      API_PORT: String(settings.apiPort),
      LOG_FORMAT: settings.logFormat,
      // In one origin the app server stands in front and says whom a request is from.
      TRUSTED_PROXIES: oneOrigin ? '127.0.0.1' : (env.TRUSTED_PROXIES ?? ''),
      PYTHONUNBUFFERED: '1',
    };
    const cwd = join(ROOT, 'api');
    const signal = this.#aborted.signal;
    const askRevision = async (): Promise<string | null> => (await startPostgres(settings.home)).revision;
    await migrate({ home: settings.home, env: apiEnv, signal, own: own && { revision: own.revision, askRevision } });
    for (const [name, module] of [
      ['api', 'app.serve'],
      ['worker', 'app.worker'],
    ] as const) {
      if (signal.aborted) return;
      const logFile = join(settings.home, 'logs', `${name}.log`);
      const child = Child.start({ name, command: PYTHON, args: ['-m', module], cwd, env: apiEnv, logFile });
      this.#children.push(child);
      this.#record?.add(name, child.pid);
      void child.ended.then(({ code, signal: by }) => {
        if (this.#stopping !== undefined) return;
        const how = by === null ? `with code ${code}` : `by ${by}`;
        this.#fail(new Failure(`The ${name} ended ${how}. The end of ${logFile}:\n${child.lastLines()}`));
      });
    }
    report('Database ready, API and worker started');
  }

  /** Ends everything that was started; calling it again waits for the same end. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#aborted.abort();
    this.#record?.stopping();
    // A start under way would start more behind our back: its own steps end by the abort.
    await this.#starting?.catch(() => {});
    await this.#frontEnd?.close();
    await Promise.all(this.#children.map((child) => child.stop(GRACE_MS)));
    if (this.#usesPostgres) await stopPostgres(this.#options.settings.home);
    this.#record?.release();
  }
}
