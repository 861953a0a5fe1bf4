import { spawn } from 'node:child_process';
import { Failure } from '../failure.ts';
import { signalGroup } from './child.ts';

export type ProgramOptions = { cwd: string; env?: NodeJS.ProcessEnv; signal?: AbortSignal | undefined };
export type ProgramResult = { code: number; output: string };

/** Runs a program to its end and gives all that it wrote. Aborting ends its whole group. */
export function runProgram(command: string, args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  const { cwd, env = process.env, signal } = options;
  return new Promise((done, fail) => {
    if (signal?.aborted) return fail(new Failure('Stopped.'));
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    const end = (): void => {
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    };
    signal?.addEventListener('abort', end, { once: true });
    child.once('error', (error) => fail(new Failure(`${command} could not be started: ${error.message}`)));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) fail(new Failure('Stopped.'));
      else done({ code: code ?? 1, output });
    });
  });
}
