import { useEffect, useRef } from 'react';

const TEXT = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
/** Toasts are dialogs too, but they lie beside the page and stop nothing. */
const OVERLAY = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"]:not([aria-modal="false"])`)
  .join(', ');

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TEXT) !== null;

/**
 * Single keys of a page: `{ j: next, Enter: open }`. Off in text fields, with a modifier, and while anything lies over the page
 * (WCAG 2.1.4). Enter stays with the link or button that has the focus.
 */
export function useShortcuts(keys: Record<string, () => void>, enabled = true): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (event.key === 'Enter' && onControl) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined || document.querySelector(OVERLAY) !== null) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
