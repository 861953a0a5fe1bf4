import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

/** Address of the bucket that `npm start` of this checkout serves. The process's own PILOTO_HOME wins over the one in `.env`. */
export function defaultBucket(root: string, env: NodeJS.ProcessEnv): string {
  const file = join(root, '.env');
  const inFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')).PILOTO_HOME : undefined;
  return `file:${join(resolve(root, env.PILOTO_HOME || inFile || '.piloto'), 'bucket')}`;
}
