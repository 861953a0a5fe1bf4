import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { runCli } from './cli.ts';
import { defaultBucket } from './default-bucket.ts';

const root = resolve(import.meta.dirname, '../..');

/** Who is at the keyboard: Git's name, else the operating system's. */
function whoAmI(): string {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    if (name !== '') return name;
  } catch {
    // No Git, or no name in it.
  }
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? 'unknown'; // a user number without a name, as in some containers
  }
}

process.exitCode = await runCli(process.argv.slice(2), {
  root,
  bucket: defaultBucket(root, process.env),
  by: whoAmI(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
