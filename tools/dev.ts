import { readArguments } from './arguments.ts';
import { sourceFrontEnd } from './dev-server/front-end.ts';
import { runMain, say } from './main.ts';
import { ROOT } from './root.ts';
import { BadSetting, parseSettings, readEnvironment } from './settings.ts';
import { deployables } from './stack/packages.ts';
import { runUntilAsked } from './stack/run-until-asked.ts';
import { Stack } from './stack/stack.ts';

const USAGE = 'npm run dev [-- <remote>…] [-- --one-origin]';

await runMain(async () => {
  const { values, positionals } = readArguments(USAGE, { 'one-origin': { type: 'boolean' } }, true);
  const all = deployables().filter((name) => name !== 'shell');
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new BadSetting(
      `There is no remote "${unknown.join('", "')}". There are: ${all.join(', ')}.\nUsage: ${USAGE}`,
    );
  const remotes = positionals.length > 0 ? positionals : all;
  const oneOrigin = values['one-origin'] === true;
  const env = readEnvironment(ROOT);
  const settings = parseSettings(ROOT, env, { oneOrigin });
  const frontEnd = sourceFrontEnd(remotes, remotes.length < all.length);
  return runUntilAsked(new Stack({ settings, oneOrigin, env, report: say, frontEnd }), async () => {
    say(`From source, with Fast Refresh: shell, ${remotes.join(', ')}`);
    say(`Pronto: ${settings.appUrl}`);
  });
});
