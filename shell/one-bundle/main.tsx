// What the benchmark compares with: the same sources as one optimised bundle, with the helps that the shell has and without what makes
// it a federation. No container runtime, no single-spa, no supervisor, one React root, one router, one style sheet.
import '../src/styles.css';
import { HOME_PATH, type RemoteProps, type SessionModule } from '@piloto/contracts';
import { registerMessages, reportError, setReporter } from '@piloto/runtime';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { decideAccess } from '../src/access.ts';
import { createEvents } from '../src/events.ts';
import ptBR from '../src/locales/pt-BR.json';
import { navigate } from '../src/navigation.ts';
import { chooseLocale, chooseTheme, locale, theme, usePreferences } from '../src/preferences.ts';
import { logReport } from '../src/reports.ts';
import { askToSignIn, watchSession } from '../src/session-watch.ts';
import { unsaved } from '../src/unsaved.ts';
import { preloadPage } from './areas.ts';
import { Frame, preloadLater } from './frame.tsx';
import { routeOf, routes } from './release.ts';

const [provider] = Object.values(import.meta.glob<SessionModule>('../../mfe-*/src/session.ts', { eager: true }));

setReporter(logReport);
registerMessages('shell', { 'pt-BR': ptBR, en: () => import('../src/locales/en.json') });
const container = document.getElementById('root');
if (container === null) throw new Error('The page has no element #root.');
const root = createRoot(container, { onUncaughtError: (error) => reportError(error, { where: 'frame' }) });

/** The answers that the page's boot script asked for, each handed out once. */
function takeEarly(url: string): Promise<Response> | undefined {
  const early: unknown = Reflect.get(globalThis, '__pilotoEarly');
  if (typeof early !== 'object' || early === null) return undefined;
  const answer: unknown = Reflect.get(early, url);
  Reflect.deleteProperty(early, url);
  return answer instanceof Promise ? answer : undefined;
}

async function boot(domElement: HTMLElement): Promise<void> {
  if (provider === undefined) throw new Error('No remote provides the session.');
  const events = createEvents((error) => reportError(error, { where: 'event listener' }));
  const language = chooseLocale(usePreferences.getState().locale);
  const session = provider.createSession({
    apiOrigin: location.origin,
    takeEarly,
    navigate: (to) => navigate(to, { replace: true }),
  });
  const { signal } = new AbortController();
  const props: RemoteProps = { domElement, basePath: '', locale, theme, session, navigate, events, unsaved, signal };
  const early = routeOf(location.pathname) === undefined ? undefined : preloadPage(location.pathname, props);
  const state = await session.load();
  if (location.pathname === '/' && state.status === 'signed-in') navigate(HOME_PATH, { replace: true });
  else if (decideAccess(routeOf(location.pathname), state).kind === 'sign-in') askToSignIn(session, navigate);
  await Promise.all([language, early ?? preloadPage(location.pathname, props)]);
  flushSync(() => root.render(<Frame props={props} />));
  events.on('preference', (choice) => {
    if (choice.theme !== undefined) chooseTheme(choice.theme);
    if (choice.locale !== undefined)
      chooseLocale(choice.locale).catch((error: unknown) => reportError(error, { where: 'language' }));
  });
  watchSession(session, () => {});
  prefetchOthers(props);
}

/** As the shell does: the first page of every other area, once the page has loaded and nothing else is asked for. */
function prefetchOthers(props: RemoteProps): void {
  if (routeOf(location.pathname)?.frame === 'plain') return;
  const areas = new Set(routes.map(({ remote }) => remote));
  const first = [...areas].flatMap(
    (area) => routes.find(({ remote, nav }) => remote === area && nav !== undefined) ?? [],
  );
  const begin = (): void => {
    const idle = globalThis.requestIdleCallback ?? setTimeout;
    setTimeout(() => idle(() => first.forEach(({ path }) => preloadLater(path, props))), 300);
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

boot(container).catch((error: unknown) => reportError(error, { where: 'boot' }));
