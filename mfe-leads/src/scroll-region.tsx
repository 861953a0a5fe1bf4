import type { ReactNode, Ref } from 'react';

type Props = { label: string; children: ReactNode; ref?: Ref<HTMLDivElement> };

/** The part of a page that scrolls: it fills what is left and can be reached, and scrolled, by keyboard. */
export function ScrollRegion({ label, children, ref }: Props) {
  return (
    <div
      ref={ref}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      role="region"
      aria-label={label}
      className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
    >
      {children}
    </div>
  );
}
