import { readArguments } from './arguments.ts';
import { runMain, say } from './main.ts';
import { ROOT } from './root.ts';
import { loadSample } from './sample/load.ts';
import { parseSettings, readEnvironment } from './settings.ts';
import { Stack } from './stack/stack.ts';

/** The first request to end: Ctrl-C, a supervisor's signal, or the bootstrap that was killed. Further ones change nothing. */
const asked = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  process.on('disconnect', () => done());
});

await runMain(async () => {
  const usage = 'npm start [-- --sample] [-- --one-origin]';
  const { values } = readArguments(usage, { sample: { type: 'boolean' }, 'one-origin': { type: 'boolean' } });
  const oneOrigin = values['one-origin'] === true;
  const env = readEnvironment(ROOT);
  const settings = parseSettings(ROOT, env, { oneOrigin });
  const stack = new Stack({ settings, oneOrigin, env, report: say });
  const run = async (): Promise<'running'> => {
    await stack.start();
    if (values.sample === true) await loadSample({ settings, report: say });
    say(`Pronto: ${settings.appUrl}`);
    return 'running';
  };
  try {
    const first = await Promise.race([run(), asked, stack.failed]);
    if (first === 'running') await Promise.race([asked, stack.failed]);
    return 0;
  } finally {
    await stack.stop();
  }
});
