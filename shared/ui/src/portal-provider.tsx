import { CSPProvider } from '@base-ui/react/csp-provider';
import { createContext, type ReactNode, useContext } from 'react';

const PortalContext = createContext<HTMLElement | null>(null);

export type PortalProviderProps = {
  /** Where overlays render: an element carrying the remote's own data-mfe, so that its scoped CSS reaches them. */
  container: HTMLElement | null;
  children: ReactNode;
};

/** Wrap a remote's root in it once. It also keeps Base UI from writing <style> elements, which our CSP refuses. */
export function PortalProvider({ container, children }: PortalProviderProps) {
  return (
    <PortalContext value={container}>
      <CSPProvider disableStyleElements>{children}</CSPProvider>
    </PortalContext>
  );
}

/** The container for an overlay; undefined means document.body. */
export function usePortalContainer(): HTMLElement | undefined {
  return useContext(PortalContext) ?? undefined;
}
