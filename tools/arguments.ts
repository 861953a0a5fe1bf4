import { parseArgs } from 'node:util';
import { textOf } from './failure.ts';
import { BadSetting } from './settings.ts';

type Flags = Record<string, { type: 'boolean' | 'string' }>;

/** The command line of a tool. A mistake names what is wrong and what is offered; it exits with 2 like a bad setting. */
export function readArguments<F extends Flags>(usage: string, options: F, allowPositionals = false) {
  try {
    return parseArgs({ options, allowPositionals });
  } catch (error) {
    throw new BadSetting(`${textOf(error).split('. To specify')[0]}\nUsage: ${usage}`);
  }
}
