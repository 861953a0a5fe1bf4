import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import type { Cookie } from './dashboard.ts';
import type { Transfer } from './network.ts';
import { navigateToAgents, openList, type Profile, Stalled } from './page-load.ts';

export type Side = 'released' | 'oneBundle';
export const SIDES: readonly Side[] = ['released', 'oneBundle'];
export type Sample = { cold: number; warm: number; navigation: number; transfer: Transfer };
export type Round = Record<Side, Sample>;
type Setting = {
  browser: Browser;
  addresses: Record<Side, string>;
  cookies: Cookie[];
  profile: Profile;
  /** What the servers were asked for and have not answered yet. */
  asked: ReadonlySet<string>;
  /** Told of a visit that is repeated: its requests never left the browser, whose throttling does that now and then. */
  onRepeat: (side: Side, stalled: Stalled) => void;
};

const PREFETCH_MS = 1500; // at full speed: what idle prefetching takes, so that a navigation loads no code on either side

async function withContext<T>(
  { browser, cookies }: Setting,
  work: (context: Awaited<ReturnType<Browser['newContext']>>) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'pt-BR' });
  try {
    await context.addCookies(cookies);
    return await work(context);
  } finally {
    await context.close();
  }
}

const ATTEMPTS = 3;

/** One visitor: the first load with an empty cache, the first navigation, and another load with what was cached. */
function visitOnce(setting: Setting, side: Side): Promise<Sample> {
  const { profile } = setting;
  const address = setting.addresses[side];
  return withContext(setting, async (context) => {
    const cold = await openList({ context, address, profile });
    const transfer = cold.network.transfer();
    await pause(PREFETCH_MS * Math.max(1, profile.cpu / 2));
    const navigation = await navigateToAgents(cold);
    await cold.page.close();
    const warm = await openList({ context, address, profile });
    await warm.page.close();
    return { cold: cold.ready, warm: warm.ready, navigation, transfer };
  });
}

async function visit(setting: Setting, side: Side): Promise<Sample> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await visitOnce(setting, side);
    } catch (error) {
      if (!(error instanceof Stalled) || setting.asked.size > 0 || attempt === ATTEMPTS) throw error;
      setting.onRepeat(side, error);
    }
  }
}

/** All code of the first screen, what follows it included, and without what is prefetched for other screens. */
export function measureCode(setting: Setting, side: Side): Promise<Transfer> {
  return withContext(setting, async (context) => {
    const { address, profile } = { address: setting.addresses[side], profile: setting.profile };
    const { network } = await openList({ context, address, profile, prefetch: false });
    await pause(PREFETCH_MS);
    return network.transfer();
  });
}

/** Pairs, their order turned round each time, so that whatever else the machine does meets both sides alike. */
export async function runRounds(setting: Setting, count: number, onRound: (done: number) => void): Promise<Round[]> {
  const rounds: Round[] = [];
  for (const side of SIDES) await visit(setting, side); // the browser's and the servers' own first time is not measured
  while (rounds.length < count) {
    const order = rounds.length % 2 === 0 ? SIDES : SIDES.toReversed();
    const samples = new Map<Side, Sample>();
    for (const side of order) samples.set(side, await visit(setting, side));
    const [released, oneBundle] = SIDES.map((side) => samples.get(side));
    if (released === undefined || oneBundle === undefined) throw new Error('A round has two sides.');
    rounds.push({ released, oneBundle });
    onRound(rounds.length);
  }
  return rounds;
}
