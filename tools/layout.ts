import { checkLayout } from './layout/check-layout.ts';
import { runMain, say } from './main.ts';
import { ROOT } from './root.ts';

await runMain(async () => {
  const findings = checkLayout(ROOT);
  for (const { file, line, message } of findings) say(`${file}:${line} ${message}`);
  say(findings.length === 0 ? 'layout: every file is where it belongs' : `layout: ${findings.length} findings`);
  return findings.length === 0 ? 0 : 1;
});
