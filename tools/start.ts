import { readArguments } from './arguments.ts';
import { runMain, say } from './main.ts';
import { ROOT } from './root.ts';
import { loadSample } from './sample/load.ts';
import { parseSettings, readEnvironment } from './settings.ts';
import { runUntilAsked } from './stack/run-until-asked.ts';
import { Stack } from './stack/stack.ts';

await runMain(async () => {
  const usage = 'npm start [-- --sample] [-- --one-origin]';
  const { values } = readArguments(usage, { sample: { type: 'boolean' }, 'one-origin': { type: 'boolean' } });
  const oneOrigin = values['one-origin'] === true;
  const env = readEnvironment(ROOT);
  const settings = parseSettings(ROOT, env, { oneOrigin });
  return runUntilAsked(new Stack({ settings, oneOrigin, env, report: say }), async () => {
    if (values.sample === true) await loadSample({ settings, report: say });
    say(`Pronto: ${settings.appUrl}`);
  });
});
