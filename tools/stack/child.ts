import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { codeOf, Failure } from '../failure.ts';

const LOG_LIMIT = 20 * 1024 * 1024;

export type ChildOptions = {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
};
export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** Signals a whole group; one that is gone already is no failure. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    throw error;
  }
}

/** One long-running program in a process group of its own, so that a Ctrl-C of the terminal reaches only the one who ends them all. */
export class Child {
  readonly name: string;
  readonly pid: number;
  readonly ended: Promise<Ended>;
  readonly #options: ChildOptions;
  readonly #logStart: number;

  private constructor(options: ChildOptions, process: ChildProcess, pid: number, logStart: number) {
    this.name = options.name;
    this.pid = pid;
    this.#options = options;
    this.#logStart = logStart;
    this.ended = new Promise((done) => process.once('exit', (code, signal) => done({ code, signal })));
  }

  static start(options: ChildOptions): Child {
    const { command, args, cwd, env, logFile } = options;
    const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
    const log = openSync(logFile, 'a');
    const logStart = statSync(logFile).size;
    const process = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    process.once('error', () => {}); // told by the missing pid
    if (process.pid === undefined) throw new Failure(`${options.name} could not be started: ${command} does not run.`);
    return new Child(options, process, process.pid, logStart);
  }

  /** What it wrote since it was started, the last lines of it. */
  lastLines(count = 20): string {
    const text = readFileSync(this.#options.logFile).subarray(this.#logStart).toString('utf8');
    return text.trimEnd().split('\n').slice(-count).join('\n');
  }

  get logFile(): string {
    return this.#options.logFile;
  }

  /** Asks, then insists. Resolves when the program and all that it started are gone. */
  async stop(graceMs: number): Promise<void> {
    signalGroup(this.pid, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(this.pid, 'SIGKILL'), graceMs);
    await this.ended;
    clearTimeout(timer);
    signalGroup(this.pid, 'SIGKILL'); // whoever of the group outlived its leader
  }
}
