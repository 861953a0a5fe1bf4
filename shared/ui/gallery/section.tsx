import type { ReactNode } from 'react';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-b border-line px-4 py-3">
      <div className="mb-2 text-12 font-medium text-ink-3">{title}</div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </section>
  );
}
