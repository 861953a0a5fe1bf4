// Boot only: open the session and the active remote, draw the frame, mount, then everything that can wait.
import './styles.css';
import { HOME_PATH } from '@piloto/contracts';
import { registerMessages, reportError, setReporter } from '@piloto/runtime';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { decideAccess } from './access.ts';
import { type App, createApps } from './apps.ts';
import { createEvents } from './events.ts';
import { BootFailure } from './frame/boot-failure.tsx';
import { Frame } from './frame/frame.tsx';
import ptBR from './locales/pt-BR.json';
import { navigate, singleSpaStarted } from './navigation.ts';
import { chooseLocale, chooseTheme, usePreferences } from './preferences.ts';
import { routeOf, routes } from './registry/release.ts';
import { logReport } from './reports.ts';
import { openSession } from './session.ts';
import { askToSignIn, watchSession } from './session-watch.ts';

/** How long the frame waits for the active remote, so that both are painted in one frame instead of two. */
const FIRST_PAINT_WAIT = 300;

setReporter(logReport);
registerMessages('shell', { 'pt-BR': ptBR, en: () => import('./locales/en.json') });
const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no element #root.');
const root = createRoot(container, { onUncaughtError: (error) => reportError(error, { where: 'frame' }) });

async function boot(): Promise<void> {
  const events = createEvents((error) => reportError(error, { where: 'event listener' }));
  const language = chooseLocale(usePreferences.getState().locale);
  // The sign-in page takes the place of the page that asked for it: Back must not lead to a page that sends here again.
  const session = await openSession((to) => navigate(to, { replace: true }));
  const apps = createApps(session, events);
  const wanted = routeOf(location.pathname);
  const early = apps.find((app) => app.name === wanted?.remote);
  // The session's answer and the remote's files are on their way since the page's boot script ran. A plain page (sign-in) needs
  // no answer to be drawn; a framed one must not be drawn to somebody who may not see it.
  const guarded = wanted?.guard !== undefined;
  const preloading = guarded ? undefined : early?.preload(location.pathname);
  const state = await session.load();
  if (location.pathname === '/') {
    if (state.status === 'signed-in') navigate(HOME_PATH, { replace: true });
    else if (state.status === 'signed-out') askToSignIn(session, navigate);
  } else if (decideAccess(wanted, state).kind === 'sign-in') askToSignIn(session, navigate);
  const first = apps.find((app) => app.isActive(location.pathname));
  const ready = first === early ? (preloading ?? first?.preload(location.pathname)) : first?.preload(location.pathname);
  await Promise.race([Promise.all([language, ready]), new Promise((resolve) => setTimeout(resolve, FIRST_PAINT_WAIT))]);
  flushSync(() => root.render(<Frame apps={apps} session={session} events={events} />));
  await first?.lifecycles.mount();
  events.on('preference', (choice) => {
    if (choice.theme !== undefined) chooseTheme(choice.theme);
    if (choice.locale !== undefined)
      chooseLocale(choice.locale).catch((error: unknown) => reportError(error, { where: 'language' }));
  });
  await startRouting(apps, session);
  prefetchOthers(apps);
}

/** single-spa takes over once the first screen stands: mounting what is mounted already is a no-op. */
async function startRouting(apps: App[], session: Awaited<ReturnType<typeof openSession>>): Promise<void> {
  const { registerApplication, start, triggerAppChange } = await import('single-spa');
  for (const app of apps)
    registerApplication({
      name: app.name,
      app: async () => app.lifecycles,
      activeWhen: ({ pathname }) => app.isActive(pathname),
    });
  start();
  singleSpaStarted();
  watchSession(session, () => void triggerAppChange());
}

/** The other remotes' code, while nothing else is asked for: navigation then loads nothing. */
function prefetchOthers(apps: App[]): void {
  if (routeOf(location.pathname)?.frame === 'plain') return; // a signed-out visitor needs none of it
  const begin = (): void => {
    const idle = globalThis.requestIdleCallback ?? setTimeout;
    setTimeout(() => idle(() => apps.forEach((app) => void prefetch(app))), 300);
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
async function prefetch(app: App): Promise<void> {
  const path = routes.find((route) => route.remote === app.name && route.nav !== undefined)?.path;
  if (path !== undefined && app.isActive(path)) await app.preload(path);
}

boot().catch((error: unknown) => {
  reportError(error, { where: 'boot' });
  root.render(<BootFailure error={error} />);
});
