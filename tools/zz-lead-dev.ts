import { sourceFrontEnd } from './dev-server/front-end.ts';
import { runMain, say } from './main.ts';
import { ROOT } from './root.ts';
import { parseSettings, readEnvironment } from './settings.ts';
import { runUntilAsked } from './stack/run-until-asked.ts';
import { Stack } from './stack/stack.ts';
await runMain(async () => {
  const env = readEnvironment(ROOT);
  const settings = parseSettings(ROOT, env, { oneOrigin: false });
  const stack = new Stack({ settings, oneOrigin: false, env, report: say, frontEnd: sourceFrontEnd(['mfe-auth', 'mfe-agents', 'mfe-settings'], false) });
  return runUntilAsked(stack, async () => say('Pronto'));
});
