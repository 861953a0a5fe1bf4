import { runMain, say } from './main.ts';
import { CHECKS } from './runners/checks.ts';
import { mapLimited } from './runners/in-turn.ts';

const AT_ONCE = 2;

await runMain(async () => {
  const failed = await mapLimited(CHECKS, AT_ONCE, async ({ name, run }) => {
    const { code, output } = await run();
    say(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trimEnd()}\n`);
    return code !== 0;
  });
  const count = failed.filter(Boolean).length;
  say(`${CHECKS.length - count} passed, ${count} failed`);
  return count === 0 ? 0 : 1;
});
