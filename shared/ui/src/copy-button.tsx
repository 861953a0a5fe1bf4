import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button.tsx';

export type CopyButtonProps = {
  text: string;
  label: string;
  copiedLabel: string;
  /** Told when the browser refuses the clipboard; without it the refusal shows on the button. */
  failedLabel?: string | undefined;
};

export function CopyButton({ text, label, copiedLabel, failedLabel }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');

  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // The text stays selectable beside the button, so the refusal is shown and nothing is lost.
      setState('failed');
    }
  }

  const glyph = { idle: Copy, copied: Check, failed: TriangleAlert }[state];
  const name = { idle: label, copied: copiedLabel, failed: failedLabel ?? label }[state];
  return (
    <>
      <IconButton icon={glyph} label={name} size="sm" onClick={copy} />
      <output className="sr-only">{state === 'copied' ? copiedLabel : ''}</output>
    </>
  );
}
