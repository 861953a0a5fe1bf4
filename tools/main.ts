import { Failure } from './failure.ts';
import { BadSetting } from './settings.ts';

const USAGE = 2;

/** Writes a line for the person at the keyboard. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs a tool to its exit code. What a person can act on is shown without a stack, what is our mistake with it. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  let code: number;
  try {
    code = await main();
  } catch (error) {
    const expected = error instanceof Failure || error instanceof BadSetting;
    process.stderr.write(`${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    code = error instanceof BadSetting ? USAGE : 1;
  }
  // Explicit, because the channel to the bootstrap would keep this process alive.
  process.exit(code);
}
