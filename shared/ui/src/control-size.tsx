import { createContext, type ReactNode, useContext } from 'react';

/** sm = 28 px in bars, md = 32 px in forms, lg = 40 px on sign-in. Below 768 px every one is at least 44 px. */
export type ControlSize = 'sm' | 'md' | 'lg';

const ControlSizeContext = createContext<ControlSize>('md');

/** Bars say the size once, so that no control inside them has to. */
export function ControlSizeProvider({ size, children }: { size: ControlSize; children: ReactNode }) {
  return <ControlSizeContext value={size}>{children}</ControlSizeContext>;
}

export function useControlSize(own: ControlSize | undefined): ControlSize {
  const inherited = useContext(ControlSizeContext);
  return own ?? inherited;
}
