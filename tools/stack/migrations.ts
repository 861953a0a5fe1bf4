import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, Failure } from '../failure.ts';
import { PYTHON, ROOT } from '../root.ts';
import { runProgram } from './program.ts';

const FOLDER = join(ROOT, 'api/migrations');
const stampSchema = z.object({ migrations: z.string(), revision: z.string() });

/** Changes with any file of the migrations. */
export function migrationsHash(): string {
  const hash = createHash('sha256');
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.py'));
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(readFileSync(join(FOLDER, file)));
  return hash.digest('hex');
}

function readStamp(file: string): z.infer<typeof stampSchema> | undefined {
  try {
    return stampSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

export type MigrateOptions = {
  home: string;
  env: NodeJS.ProcessEnv;
  /** The embedded database: where it stands, and how to ask again. One that is not ours is asked to migrate at every start. */
  own: { revision: string | null; askRevision: () => Promise<string | null> } | undefined;
  signal: AbortSignal;
};

/**
 * Brings the database to the newest revision. Skipped when the same migrations were run before and the database stands where they
 * ended: loading the migration tool is a fifth of a second start.
 */
export async function migrate({ home, env, own, signal }: MigrateOptions): Promise<void> {
  const file = join(home, 'migrated.json');
  const migrations = migrationsHash();
  const stamp = readStamp(file);
  if (stamp?.migrations === migrations && stamp.revision === own?.revision) return;
  const { code, output } = await runProgram(PYTHON, ['-m', 'app.migrate'], { cwd: join(ROOT, 'api'), env, signal });
  if (code !== 0) {
    const lines = output.trimEnd().split('\n');
    const spoken = lines.at(-1)?.startsWith('DATABASE_URL') === true;
    const end = (spoken ? lines.slice(-1) : lines.slice(-20)).join('\n');
    throw new Failure(`The database could not be brought to the newest revision:\n${end}`);
  }
  const reached = await own?.askRevision();
  if (typeof reached === 'string') writeFileSync(file, JSON.stringify({ migrations, revision: reached }));
}
