import type { BrowserContext, Page } from '@playwright/test';
import { Failure } from '../../tools/failure.ts';
import { Network } from './network.ts';

export const START = '/leads';
const FIRST_ROW = 'main table tbody a[href^="/leads/"]';
const LINK = 'nav a[href="/agentes"]';
const NEXT_ROW = 'main:has(h1) table tbody a[href^="/agentes/"]';
const LIMIT_MS = 15_000;

export type Profile = { name: string; cpu: number };
export type Load = Watched & { ready: number };

/** Runs in the page before anything else: gives the time of the frame after `selector` first matches something that is laid out. */
function watch(selector: string): void {
  const until = (wanted: string, from: number): Promise<number> =>
    new Promise((done) => {
      const check = (): void => {
        if (!document.querySelector(wanted)?.getClientRects().length) return;
        observer.disconnect();
        removeEventListener('load', check, true);
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
      };
      const observer = new MutationObserver(check);
      const attributeFilter = ['hidden', 'style', 'class', 'disabled'];
      observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter });
      addEventListener('load', check, true); // a style sheet's load can make it visible
      check();
    });
  Object.assign(window, { benchUntil: until, benchReady: until(selector, 0) });
}

declare global {
  interface Window {
    benchReady: Promise<number>;
    benchUntil: (selector: string, from: number) => Promise<number>;
  }
}

/** The page waits for answers that do not come. */
export class Stalled extends Failure {
  readonly addresses: readonly string[];

  constructor(page: string, addresses: readonly string[]) {
    super(`${page} got no answer within ${LIMIT_MS / 1000} s for ${addresses.join(', ')}`);
    this.addresses = addresses;
  }
}

type Watched = { page: Page; network: Network; complaints: string[] };

async function within(work: Promise<number>, { page, network, complaints }: Watched): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(() => done('late'), LIMIT_MS);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  const said = complaints.join('\n');
  if (first !== 'late') {
    if (complaints.length > 0) throw new Failure(`${page.url()} complained:\n${said}`);
    return first;
  }
  const pending = network.pending();
  if (pending.length > 0 && complaints.length === 0) throw new Stalled(page.url(), pending);
  const text = await page.evaluate(() => document.body.innerText.slice(0, 500));
  throw new Failure(
    `${page.url()} showed no data within ${LIMIT_MS / 1000} s. It shows: ${text}\nThe console: ${said || 'nothing'}`,
  );
}

type LoadOptions = { context: BrowserContext; address: string; profile: Profile; prefetch?: boolean };

/** Opens the deep link and waits for the first row of data. */
export async function openList({ context, address, profile, prefetch = true }: LoadOptions): Promise<Load> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on(
    'console',
    (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`),
  );
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: 10e6 / 8,
    uploadThroughput: 10e6 / 8,
  });
  if (profile.cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  const watched: Watched = { page, network: new Network(cdp), complaints };
  await page.addInitScript(watch, FIRST_ROW);
  if (!prefetch) await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(address + START, { waitUntil: 'commit' });
  const ready = await within(
    page.evaluate(() => window.benchReady),
    watched,
  );
  return { ...watched, ready };
}

/** Clicks the link of the other area: milliseconds until its first row stands. */
export function navigateToAgents(load: Load): Promise<number> {
  const clicked = load.page.evaluate(
    ([link, row]) => {
      const element = document.querySelector<HTMLElement>(link);
      if (element === null) throw new Error(`There is no ${link}.`);
      const from = performance.now();
      const done = window.benchUntil(row, from);
      element.click();
      return done;
    },
    [LINK, NEXT_ROW] as const,
  );
  return within(clicked, load);
}
