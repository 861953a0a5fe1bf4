// The shell's frame without places and supervisor: one React root and one router for frame and pages.
import { evaluateGuard, type RemoteProps } from '@piloto/contracts';
import { queryClient, RemoteContext, reportError, useMessages } from '@piloto/runtime';
import { DeniedPanel, EmptyPanel, PortalProvider } from '@piloto/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { Compass } from 'lucide-react';
import { Suspense, use, useEffect, useSyncExternalStore } from 'react';
import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import { Announcer } from '../src/frame/announcer.tsx';
import { BottomBar } from '../src/frame/bottom-bar.tsx';
import { type NavItem, navGroups } from '../src/frame/nav-items.ts';
import { Sidebar } from '../src/frame/sidebar.tsx';
import { showToast, Toaster } from '../src/frame/toaster.tsx';
import type { Preference } from '../src/frame/user-menu.tsx';
import { usePreferences } from '../src/preferences.ts';
import { loadArea, loadedArea, preloadPage } from './areas.ts';
import { routeOf, routes } from './release.ts';

export function Frame({ props }: { props: RemoteProps }) {
  return (
    <BrowserRouter>
      <QueryClientProvider client={queryClient}>
        <RemoteContext value={props}>
          <PortalProvider container={null}>
            <Dashboard props={props} />
            <Toaster />
            <Announcer events={props.events} />
          </PortalProvider>
        </RemoteContext>
      </QueryClientProvider>
    </BrowserRouter>
  );
}

function Dashboard({ props }: { props: RemoteProps }) {
  const { events, session } = props;
  const t = useMessages('shell');
  const { pathname } = useLocation();
  const locale = usePreferences((preferences) => preferences.locale);
  const state = useSyncExternalStore(session.subscribe, session.current);
  const route = routeOf(pathname);
  useEffect(() => events.on('toast', showToast), [events]);
  const data = state.status === 'signed-in' ? state.data : undefined;
  const onIntent = ({ path }: NavItem): void => preloadLater(path, props);
  const onSignOut = (): void => {
    session.logout().catch((error: unknown) => reportError(error, { where: 'sign-out' }));
  };
  const onPrefer = (choice: Preference): void => {
    import('../src/save-preference.ts')
      .then(({ savePreference }) => savePreference(session, choice))
      .catch((error: unknown) => reportError(error, { where: 'preference' }));
  };
  const nav =
    data !== undefined && route?.frame !== 'plain'
      ? { groups: navGroups(routes, data, locale), pathname, onIntent, session: data, onSignOut, onPrefer }
      : undefined;
  return (
    <div className="flex h-dvh">
      {nav !== undefined && <Sidebar {...nav} />}
      <div className="flex min-w-0 flex-1 flex-col">
        <main id="conteudo" tabIndex={-1} className="relative min-h-0 flex-1 outline-none">
          <Suspense>
            <Routes>
              {routes.map(({ path, remote, guard, title }) => {
                const allowed = evaluateGuard(guard, data?.permissions ?? []).allowed;
                const page = <AreaPage remote={remote} path={path} props={props} />;
                const element = allowed ? page : <DeniedPanel title={title[locale]} description="" />;
                return <Route key={path} path={path} element={element} />;
              })}
              <Route
                path="*"
                element={<EmptyPanel icon={Compass} title={t('notFound.title')} description={pathname} />}
              />
            </Routes>
          </Suspense>
        </main>
        {nav !== undefined && <BottomBar {...nav} />}
      </div>
    </div>
  );
}

export function preloadLater(path: string, props: RemoteProps): void {
  preloadPage(path, props).catch((error: unknown) => reportError(error, { where: 'preload' }));
}

function AreaPage({ remote, path, props }: { remote: string; path: string; props: RemoteProps }) {
  const { layout: Layout, pages } = loadedArea(remote) ?? use(loadArea(remote, props));
  const Page = pages[path];
  if (Page === undefined) throw new Error(`${remote} declares ${path}, but has no page for it.`);
  return (
    <Layout portal={document.body}>
      <Page />
    </Layout>
  );
}
