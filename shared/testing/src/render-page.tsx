import type { EventBus, Locale, Observable, RemoteEvents, RemoteProps, Theme } from '@piloto/contracts';
import { type MessageSet, queryClient, registerMessages, RemoteContext, setLocale } from '@piloto/runtime';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, type RenderResult, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { type FakeSession, fakeSession } from './fake-session.ts';

export type Emitted = { [K in keyof RemoteEvents]: { type: K; detail: RemoteEvents[K] } }[keyof RemoteEvents];

function fakeEvents(): EventBus & { emitted: Emitted[] } {
  const emitted: Emitted[] = [];
  return {
    emitted,
    emit: (type, detail) => void emitted.push({ type, detail } as Emitted),
    on: () => () => {},
  };
}

const constant = <T,>(value: T): Observable<T> => ({ get: () => value, subscribe: () => () => {} });

export type RenderPageOptions = {
  /** Namespace of the remote and its texts, as given to `defineRemote`. */
  name: string;
  messages: MessageSet;
  /** The route's pattern and the address to open it at. */
  route: string;
  at?: string;
  connect: (props: RemoteProps) => void;
  session?: FakeSession;
  locale?: Locale;
  theme?: Theme;
};

export type RenderedPage = RenderResult & {
  user: UserEvent;
  events: ReturnType<typeof fakeEvents>;
  session: FakeSession;
  props: RemoteProps;
};

/** Renders one page as the shell would: its route, its session, its texts, a fresh cache. */
export async function renderPage(Page: ComponentType, options: RenderPageOptions): Promise<RenderedPage> {
  const { name, messages, route, at = route, session = fakeSession(), locale = 'pt-BR', theme = 'light' } = options;
  registerMessages(name, messages);
  await setLocale(locale);
  history.replaceState(null, '', at);
  const events = fakeEvents();
  const props: RemoteProps = {
    domElement: document.body,
    basePath: '',
    locale: constant(locale),
    theme: constant(theme),
    session,
    navigate: (to, how) => {
      if (how?.replace === true) history.replaceState(null, '', to);
      else history.pushState(null, '', to);
      act(() => void dispatchEvent(new PopStateEvent('popstate')));
    },
    events,
    unsaved: { set: () => {}, clear: () => {} },
    signal: new AbortController().signal,
  };
  options.connect(props);
  const result = render(
    <RemoteContext value={props}>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <Routes>
            <Route path={route} element={<Page />} />
            <Route path="*" element={null} />
          </Routes>
        </BrowserRouter>
      </QueryClientProvider>
    </RemoteContext>,
  );
  return { ...result, user: userEvent.setup(), events, session, props };
}
