import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { runCli } from './cli.ts';

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
  return userInfo().username;
}

process.exitCode = await runCli(process.argv.slice(2), {
  root,
  bucket: `file:${join(resolve(root, process.env.PILOTO_HOME ?? '.piloto'), 'bucket')}`,
  by: whoAmI(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
