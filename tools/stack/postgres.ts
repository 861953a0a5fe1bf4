import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { PYTHON, ROOT } from '../root.ts';

const script = join(ROOT, 'tools/postgres.py');

function launcher(command: 'start' | 'stop' | 'remove', folder: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile(PYTHON, [script, command, folder], { timeout: 90_000 }, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else fail(new Failure(`PostgreSQL (${command}): ${stderr.trim() || error.message}`));
    });
  });
}

const startedSchema = z.object({ url: z.string(), revision: z.string().nullable() });

/** Starts the embedded server of a home, or finds it running; says how to reach its database and where its migrations stand. */
export async function startPostgres(home: string): Promise<z.infer<typeof startedSchema>> {
  return startedSchema.parse(JSON.parse(await launcher('start', join(home, 'postgres'))));
}

export async function stopPostgres(home: string): Promise<void> {
  await launcher('stop', join(home, 'postgres'));
}

/** Stops the cluster of a folder and deletes its files, wherever they are. */
export async function removePostgres(folder: string): Promise<void> {
  await launcher('remove', folder);
}
