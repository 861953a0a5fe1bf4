import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, Failure } from '../failure.ts';
import { isAlive, processBirth, withLock } from '../setup/lock.mjs';
import { signalGroup } from './child.ts';

const processSchema = z.object({ name: z.string(), pid: z.number().int().positive(), birth: z.string().optional() });
const recordSchema = z.object({
  owner: processSchema,
  appUrl: z.string(),
  children: z.array(processSchema),
  /** Its owner is ending it: whoever starts next waits for that. */
  stopping: z.boolean().optional(),
});
type RecordedProcess = z.infer<typeof processSchema>;

const recorded = (name: string, pid: number): RecordedProcess => {
  const birth = processBirth(pid);
  return { name, pid, ...(birth !== undefined && { birth }) };
};
const alive = ({ pid, birth }: RecordedProcess): boolean => isAlive({ pid, birth });

function read(file: string): z.infer<typeof recordSchema> | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    // Cut short by a full disk or a power cut: nothing in it can be trusted.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

const STOP_LIMIT_MS = 20_000;

async function waitForEnd(owner: RecordedProcess): Promise<void> {
  for (const until = Date.now() + STOP_LIMIT_MS; alive(owner) && Date.now() < until; )
    await new Promise((done) => setTimeout(done, 100));
}

/** Ends what a killed `npm start` of this home left running. */
async function endOrphans(children: readonly RecordedProcess[]): Promise<void> {
  const left = children.filter(alive);
  for (const child of left) signalGroup(child.pid, 'SIGTERM');
  for (let i = 0; i < 50 && left.some(alive); i += 1) await new Promise((done) => setTimeout(done, 100));
  for (const child of left.filter(alive)) signalGroup(child.pid, 'SIGKILL');
}

/** `PILOTO_HOME/run.json`: who runs from this home, so that two cannot, and so that the next start finds orphans. */
export class RunRecord {
  readonly #file: string;
  readonly #appUrl: string;
  readonly #children: RecordedProcess[] = [];
  #stopping = false;

  private constructor(file: string, appUrl: string) {
    this.#file = file;
    this.#appUrl = appUrl;
  }

  static async claim(home: string, appUrl: string): Promise<RunRecord> {
    const file = join(home, 'run.json');
    return withLock(join(home, 'run.lock'), async () => {
      let before = read(file);
      if (before?.stopping === true) {
        await waitForEnd(before.owner);
        before = read(file);
      }
      if (before !== undefined && alive(before.owner))
        throw new Failure(
          `Piloto already runs from ${home} (process ${before.owner.pid}, ${before.appUrl}). End it first, or set another PILOTO_HOME and other ports.`,
        );
      await endOrphans(before?.children ?? []);
      const record = new RunRecord(file, appUrl);
      record.#write();
      return record;
    });
  }

  add(name: string, pid: number): void {
    this.#children.push(recorded(name, pid));
    this.#write();
  }

  /** Says that the end has begun. */
  stopping(): void {
    this.#stopping = true;
    this.#write();
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }

  #write(): void {
    const owner = recorded('npm start', process.pid);
    writeFileSync(
      this.#file,
      JSON.stringify({ owner, appUrl: this.#appUrl, children: this.#children, stopping: this.#stopping }),
    );
  }
}
