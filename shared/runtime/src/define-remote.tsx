import type { Locale, RemoteLifecycle, RemoteProps } from '@piloto/contracts';
import { findRoute } from '@piloto/contracts';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, Suspense } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';
import { ErrorBoundary } from './error-boundary.tsx';
import type { Page } from './lazy-page.tsx';
import { loadMessages, type MessageSet, registerMessages } from './messages.ts';
import { queryClient } from './query-client.ts';
import { RemoteContext } from './remote-context.tsx';

export type RemoteDefinition = {
  /** The name in the release: `mfe-leads`. */
  name: string;
  /** The remote's texts, registered under its name. */
  messages: MessageSet;
  /** Whole paths as in the address bar → page. Every React root of the dashboard has its own router. */
  pages: Record<string, Page>;
  /** Runs once before the first mount: connects the remote's own copies of libraries (API client) to the session. */
  connect: (props: RemoteProps) => void;
  /** Wraps every page; `portal` carries the remote's `data-mfe`, so that overlays keep its styles. */
  layout: ComponentType<{ portal: HTMLElement; children: ReactNode }>;
};

/** Where overlays of this remote are drawn: outside of the page's flow, inside the reach of the remote's scoped styles. */
function createPortal(name: string): HTMLElement {
  const portal = document.createElement('div');
  portal.dataset.mfe = name;
  portal.dataset.portal = '';
  document.body.append(portal);
  return portal;
}

/** Makes the lifecycle that a remote exposes as `./remote`. */
export function defineRemote({ name, messages, pages, connect, layout: Layout }: RemoteDefinition): RemoteLifecycle {
  registerMessages(name, messages);
  const routes = Object.entries(pages).map(([path, page]) => ({ path, page }));
  let live: { root: Root; portal: HTMLElement } | undefined;

  async function preload(pathname: string, locale: Locale): Promise<void> {
    await Promise.all([findRoute(routes, pathname)?.page.preload(), loadMessages(locale)]);
  }

  return {
    preload,
    async mount(props) {
      await preload(location.pathname, props.locale.get());
      if (props.signal.aborted) return;
      connect(props);
      const portal = createPortal(name);
      const root = createRoot(props.domElement, {
        onUncaughtError: (error) => props.events.emit('failure', { error, where: 'render' }),
      });
      live = { root, portal };
      const onError = (error: unknown): void => props.events.emit('failure', { error, where: 'render' });
      // Rendered at once, so that the frame and the remote's first screen are painted together.
      flushSync(() =>
        root.render(
          <ErrorBoundary onError={onError}>
            <RemoteContext value={props}>
              <QueryClientProvider client={queryClient}>
                <BrowserRouter basename={props.basePath}>
                  <Layout portal={portal}>
                    <Suspense>
                      <Routes>
                        {routes.map(({ path, page: PageOfRoute }) => (
                          <Route key={path} path={path} element={<PageOfRoute />} />
                        ))}
                        {/* Another remote's address, for the moment until the shell has unmounted this one. */}
                        <Route path="*" element={null} />
                      </Routes>
                    </Suspense>
                  </Layout>
                </BrowserRouter>
              </QueryClientProvider>
            </RemoteContext>
          </ErrorBoundary>,
        ),
      );
    },
    async unmount() {
      live?.root.unmount();
      live?.portal.remove();
      live = undefined;
    },
  };
}
