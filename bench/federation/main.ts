// `npm run bench -- federation [--rounds 15] [--json]`: the released dashboard against the same sources as one optimised bundle.
import { chromium } from '@playwright/test';
import { findBrowser } from '../../e2e/support/browser.ts';
import { readArguments } from '../../tools/arguments.ts';
import { Failure } from '../../tools/failure.ts';
import { runMain, say } from '../../tools/main.ts';
import { BadSetting } from '../../tools/settings.ts';
import { Dashboard } from './dashboard.ts';
import type { Profile, Stalled } from './page-load.ts';
import { codeRatio, HEAD, type Ratios, ratiosOf, timeLines, transferLines } from './report.ts';
import { measureCode, runRounds, type Side } from './rounds.ts';

const PROFILES: readonly (Profile & { suffix: string })[] = [
  { name: '40 ms, 10 Mbps', cpu: 1, suffix: '' },
  { name: 'and CPU 4x slower', cpu: 4, suffix: '_cpu4' },
];
const USAGE = 'npm run bench -- federation [--rounds <number>] [--json]';

function readOptions(): { rounds: number; json: boolean } {
  const { values } = readArguments(USAGE, { rounds: { type: 'string' }, json: { type: 'boolean' } });
  const rounds = Number(values.rounds ?? 15);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 200)
    throw new BadSetting(`--rounds takes a whole number from 1 to 200.\nUsage: ${USAGE}`);
  return { rounds, json: values.json === true };
}

const interrupted = new Promise<never>((_, fail) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => fail(new Failure('Interrupted.')));
});

async function measure(dashboard: Dashboard, rounds: number, json: boolean): Promise<void> {
  await dashboard.start();
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    ...(found.env !== undefined && { env: { ...process.env, ...found.env } }),
    handleSIGINT: false,
    args: [
      `--ignore-certificate-errors-spki-list=${dashboard.certificate.fingerprint}`,
      `--host-resolver-rules=MAP ${dashboard.host} 127.0.0.1`,
      '--disable-background-networking',
      '--no-sandbox',
    ],
  });
  try {
    const addresses = { released: dashboard.released, oneBundle: dashboard.oneBundle };
    const ratios: Ratios = {};
    say(`Chromium ${browser.version()}, HTTP/2, brotli; ${rounds} rounds of pairs in each profile, medians\n`);
    say(HEAD);
    for (const { suffix, ...profile } of PROFILES) {
      const onRepeat = (side: Side, stalled: Stalled): void =>
        say(`A visit of ${side} is repeated: the browser held back ${stalled.addresses.length} requests for ever.`);
      const setting = {
        browser,
        addresses,
        cookies: await dashboard.signIn(),
        profile,
        onRepeat,
        asked: dashboard.asked,
      };
      if (suffix === '') {
        const code = {
          released: await measureCode(setting, 'released'),
          oneBundle: await measureCode(setting, 'oneBundle'),
        };
        for (const line of transferLines(code)) say(line);
        ratios.js_ratio = codeRatio(code);
      }
      const progress = (done: number): void => {
        if (process.stderr.isTTY) process.stderr.write(`\r${profile.name}: round ${done} of ${rounds} `);
      };
      const results = await runRounds(setting, rounds, progress);
      if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
      for (const line of timeLines(profile.name, results)) say(line);
      Object.assign(ratios, ratiosOf(results, suffix));
    }
    if (json) say(JSON.stringify(ratios));
  } finally {
    await browser.close();
  }
}

await runMain(async () => {
  const { rounds, json } = readOptions();
  const dashboard = new Dashboard(say);
  try {
    await Promise.race([measure(dashboard, rounds, json), interrupted]);
    return 0;
  } finally {
    await dashboard.stop();
  }
});
