import type { EventBus, Session } from '@piloto/contracts';
import { reportError, useMessages } from '@piloto/runtime';
import { Icon, PortalProvider } from '@piloto/ui';
import { WifiOff } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { BrowserRouter } from 'react-router';
import { decideAccess } from '../access.ts';
import { type App, usePlaces } from '../apps.ts';
import { navigate, usePathname } from '../navigation.ts';
import { usePreferences } from '../preferences.ts';
import { routeOf, routes } from '../registry/release.ts';
import { askToSignIn, signOut } from '../session-watch.ts';
import { Announcer } from './announcer.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { type NavItem, navGroups } from './nav-items.ts';
import { Outlet } from './outlet.tsx';
import { Sidebar } from './sidebar.tsx';
import { showToast, Toaster } from './toaster.tsx';
import { useViewFocus } from './use-view-focus.ts';
import type { Preference } from './user-menu.tsx';

type Props = { apps: App[]; session: Session; events: EventBus };

export function Frame(props: Props) {
  return (
    <BrowserRouter>
      <PortalProvider container={null}>
        <Page {...props} />
        <Toaster />
        <LeaveGuard />
        <Announcer events={props.events} />
      </PortalProvider>
    </BrowserRouter>
  );
}

function Page({ apps, session, events }: Props) {
  const t = useMessages('shell');
  const pathname = usePathname();
  const locale = usePreferences((preferences) => preferences.locale);
  const state = useSyncExternalStore(session.subscribe, session.current);
  const route = routeOf(pathname);
  const access = decideAccess(route, state);
  const current = access.kind === 'allowed' ? access.route.remote : undefined;
  const place = usePlaces((places) => (current === undefined ? undefined : places[current]));
  useViewFocus(events, current, place);
  useEffect(() => events.on('toast', showToast), [events]);
  useEffect(() => {
    // The session has ended, here or in another tab, or Back leads inside from the sign-in page.
    if (access.kind === 'sign-in') askToSignIn(session, navigate);
  }, [access.kind, session]);

  const framed = state.status === 'signed-in' && route?.frame !== 'plain';
  const data = state.status === 'signed-in' ? state.data : undefined;
  const onIntent = ({ remote, path }: NavItem): void => void apps.find((app) => app.name === remote)?.preload(path);
  const onSignOut = (): void => {
    signOut(session).catch((error: unknown) => {
      reportError(error, { where: 'sign-out' });
      showToast({ tone: 'error', title: t('menu.signOutFailed'), detail: t('menu.signOutFailedDetail') });
    });
  };
  const onPrefer = (choice: Preference): void => {
    import('../save-preference.ts')
      .then(({ savePreference }) => savePreference(session, choice))
      .catch((error: unknown) => {
        reportError(error, { where: 'preference' });
        showToast({ tone: 'error', title: t('menu.notKept'), detail: t('menu.notKeptDetail') });
      });
  };
  const nav =
    framed && data !== undefined
      ? { groups: navGroups(routes, data, locale), pathname, onIntent, session: data, onSignOut, onPrefer }
      : undefined;

  return (
    <div className="flex h-dvh">
      <a
        href="#conteudo"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-2 focus:bg-surface focus:px-3 focus:py-2 focus:shadow-menu"
      >
        {t('skip')}
      </a>
      {nav !== undefined && <Sidebar {...nav} />}
      <div className="flex min-w-0 flex-1 flex-col">
        <OfflineNotice />
        <main id="conteudo" tabIndex={-1} className="relative min-h-0 flex-1 outline-none">
          <Outlet access={access} apps={apps} session={session} pathname={pathname} />
          {/* One place for each remote, for the whole life of the page; the supervisor shows and hides them. */}
          {apps.map(({ name }) => (
            <RemotePlace key={name} name={name} />
          ))}
        </main>
        {nav !== undefined && <BottomBar {...nav} />}
      </div>
    </div>
  );
}

/** Drawn once and never again by React: what is inside, and whether it is hidden, is the supervisor's. */
function RemotePlace({ name }: { name: string }) {
  return <div data-mfe={name} hidden data-place="" />;
}

function subscribeOnline(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

function OfflineNotice() {
  const t = useMessages('shell');
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  if (online) return null;
  return (
    <div
      role="status"
      className="flex min-h-9 shrink-0 items-center gap-2 border-b border-line bg-amber-soft px-4 text-ink"
    >
      <Icon icon={WifiOff} className="text-amber-ink" />
      <p>
        <strong className="font-semibold">{t('offline.title')}</strong> {t('offline.detail')}
      </p>
    </div>
  );
}
