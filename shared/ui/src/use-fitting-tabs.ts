import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

type Measurable = { value: string; label: string; count?: string | undefined };

const gap = 16;
// The "Mais" button with its arrow, wide enough for the longer languages.
const moreWidth = 88;

/** Which tabs fit into the container, measured once per text and again when the container's width changes. */
export function useFittingTabs<Item extends Measurable>(
  items: readonly Item[],
  active: string,
): { container: RefObject<HTMLDivElement | null>; shown: readonly Item[] } {
  const container = useRef<HTMLDivElement>(null);
  const [available, setAvailable] = useState(0);
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(new Map());

  // oxlint-disable react/set-state-in-effect, react-hooks/exhaustive-deps -- it measures the document; no new text, no new state
  // After every render: a tab whose text is new has no width yet, and then all of them are in the document.
  useLayoutEffect(() => {
    const learnt = new Map<string, number>();
    for (const tab of container.current?.querySelectorAll<HTMLElement>('[data-tab]') ?? []) {
      const item = items.find((candidate) => candidate.value === tab.dataset['tab']);
      if (item && !widths.has(keyOf(item))) learnt.set(keyOf(item), tab.offsetWidth);
    }
    if (learnt.size > 0) setWidths(new Map([...widths, ...learnt]));
  });
  // oxlint-enable react/set-state-in-effect, react-hooks/exhaustive-deps

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    setAvailable(element.clientWidth);
    const observer = new ResizeObserver(() => {
      // Counts hide below 1200 px, so every known width may have changed with the window.
      setWidths(new Map());
      setAvailable(element.clientWidth);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return { container, shown: fitting(items, active, available, (item) => widths.get(keyOf(item))) };
}

function keyOf(item: Measurable): string {
  return JSON.stringify([item.value, item.label, item.count]);
}

/** Keeps the order, and always keeps the active one. Exported for its test. */
export function fitting<Item extends Measurable>(
  items: readonly Item[],
  active: string,
  available: number,
  widthOf: (item: Item) => number | undefined,
): readonly Item[] {
  const widths = items.map(widthOf);
  // Before the first measurement everything is drawn: that is what gets measured.
  if (available <= 0 || widths.some((width) => width === undefined)) return items;
  const total = widths.reduce<number>((sum, width) => sum + (width ?? 0) + gap, -gap);
  if (total <= available) return items;
  const activeIndex = items.findIndex((item) => item.value === active);
  let room = available - moreWidth - (activeIndex < 0 ? 0 : (widths[activeIndex] ?? 0) + gap);
  return items.filter((_, index) => {
    if (index === activeIndex) return true;
    room -= (widths[index] ?? 0) + gap;
    return room >= 0;
  });
}
