import type { Locale, RemoteProps, SessionData, Theme } from '@piloto/contracts';
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';

export const RemoteContext = createContext<RemoteProps | undefined>(undefined);

/** The props that the shell mounted this remote with. */
export function useRemoteProps(): RemoteProps {
  const props = useContext(RemoteContext);
  if (props === undefined) throw new Error('useRemoteProps: render inside defineRemote (or renderPage in tests).');
  return props;
}

export function useLocale(): Locale {
  const { locale } = useRemoteProps();
  return useSyncExternalStore(locale.subscribe, locale.get);
}

export function useTheme(): Theme {
  const { theme } = useRemoteProps();
  return useSyncExternalStore(theme.subscribe, theme.get);
}

/** The signed-in user, organization and permissions; undefined while signed out or unknown. */
export function useSessionData(): SessionData | undefined {
  const { session } = useRemoteProps();
  const state = useSyncExternalStore(session.subscribe, session.current);
  return state.status === 'signed-in' ? state.data : undefined;
}

/** Whether the user may `permission`. The API decides; this only keeps dead buttons off the screen. */
export function useCan(permission: string): boolean {
  return useSessionData()?.permissions.includes(permission) ?? false;
}

/** Titles the document and announces the view once. */
export function usePageTitle(text: string): void {
  const { events } = useRemoteProps();
  useEffect(() => {
    events.emit('title', { text });
  }, [events, text]);
}

/** While `dirty`, the shell asks before the user leaves. */
export function useUnsaved(id: string, label: string, dirty: boolean): void {
  const { unsaved } = useRemoteProps();
  useEffect(() => {
    if (!dirty) return;
    unsaved.set(id, label);
    return () => unsaved.clear(id);
  }, [unsaved, id, label, dirty]);
}
