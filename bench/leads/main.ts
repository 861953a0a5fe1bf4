// `npm run bench -- leads [--leads 100000] [--rounds 200] [--json]`: the list over HTTP against bare SQL (run.py).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runMain } from '../../tools/main.ts';
import { PYTHON, ROOT } from '../../tools/root.ts';

await runMain(
  () =>
    new Promise<number>((done, fail) => {
      const script = join(import.meta.dirname, 'run.py');
      const child = spawn(PYTHON, [script, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
      child.once('error', fail);
      child.once('exit', (code) => done(code ?? 1));
    }),
);
