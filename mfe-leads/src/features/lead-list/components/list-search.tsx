import { SearchInput } from '@piloto/ui';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../messages.ts';
import { useShortcuts } from '../../../shortcuts.ts';

const PAUSE = 250;

type Props = { value: string; onChange: (q: string) => void };

/** Asks after a pause in the typing; follows the address when that changes by itself (back, "Limpar"). */
export function ListSearch({ value, onChange }: Props) {
  const t = useText();
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const place = useRef<HTMLSpanElement>(null);
  if (value !== shown) {
    setShown(value);
    // Unless it is what was just typed, with a space at its end that the address does not keep.
    if (value !== text.trim()) setText(value);
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => latest.current(text.trim()), PAUSE);
    return () => clearTimeout(timer);
    // Only typing starts the pause: a new address has already been taken over above.
  }, [text, value]);
  useShortcuts({ '/': () => place.current?.querySelector('input')?.focus() });
  return (
    <span ref={place} className="flex w-60 min-w-32 shrink max-md:w-auto max-md:flex-1">
      <SearchInput
        label={t('list.search')}
        placeholder={t('list.search')}
        value={text}
        onValueChange={setText}
        clearLabel={t('list.clearSearch')}
        shortcut="/"
        maxLength={200}
      />
    </span>
  );
}
