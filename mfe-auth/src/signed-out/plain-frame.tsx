import { Logo } from '@piloto/ui';
import type { ReactNode } from 'react';
import { useText } from '../messages.ts';
import { PreferenceBar } from './preference-bar.tsx';

type Props = { title: string; lead: string; children: ReactNode };

/** What the pages before sign-in stand in: one column on the canvas, language and theme below. */
export function PlainFrame({ title, lead, children }: Props) {
  const t = useText();
  return (
    <div className="flex h-full flex-col overflow-y-auto bg-canvas px-4 text-13 text-ink">
      <div className="mx-auto my-auto flex w-full max-w-90 flex-col py-10">
        <Logo size={32} label={t('product')} />
        <h1 className="mt-6 text-20 font-semibold outline-none">{title}</h1>
        <p className="mt-1 text-ink-2">{lead}</p>
        <div className="mt-6">{children}</div>
      </div>
      <PreferenceBar />
    </div>
  );
}
