import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Lead } from '../../lead/queries.ts';
import { recallPlace, rememberPlace } from '../../lead/scroll-memory.ts';
import { useNarrow } from './use-narrow.ts';

const ROW = 36;
const NARROW_ROW = 84;
const HEAD = 32;
/** Rows before the end at which the next page is fetched. */
const AHEAD = 40;

export type LeadRowsOptions = {
  leads: readonly Lead[];
  address: string;
  hasMore: boolean;
  /** false while `leads` answer the question before. */
  settled: boolean;
  loadMore: () => void;
  scroller: RefObject<HTMLDivElement | null>;
};

/** Which rows are in the document, which one is active, and where the list was left. */
export function useLeadRows({ leads, address, hasMore, settled, loadMore, scroller }: LeadRowsOptions) {
  const narrow = useNarrow();
  const row = narrow ? NARROW_ROW : ROW;
  const head = narrow ? 0 : HEAD;
  const [start] = useState(() => recallPlace(address));
  const [active, setActive] = useState(start.active);
  const restored = useRef(start.offset === 0 && start.active === null);

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by the compiler
  const rows = useVirtualizer({
    count: leads.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    getItemKey: (index) => leads[index]?.id ?? index,
    overscan: 8,
    // The head keeps its place at the top, so that much less of the rows is in sight.
    scrollPaddingEnd: head,
    initialOffset: start.offset,
  });
  useEffect(() => rows.measure(), [rows, row]);

  // The rows that reach down to the old place may still have to come.
  const reachesPlace = leads.length * row >= start.offset + (scroller.current?.clientHeight ?? 0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (restored.current || !settled || element === null || leads.length === 0) return;
    if (!reachesPlace && hasMore) return;
    restored.current = true;
    element.scrollTop = start.offset;
    // J and K in a lead's page move the active row; it may lie beyond the old place by now.
    const index = leads.findIndex(({ id }) => id === start.active);
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' });
  });

  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const needsMore = hasMore && (last >= leads.length - AHEAD || (!restored.current && !reachesPlace));
  useEffect(() => {
    if (needsMore) loadMore();
  });

  useEffect(() => {
    const save = (): void => {
      if (restored.current) rememberPlace(address, { offset: scroller.current?.scrollTop ?? 0, active });
    };
    addEventListener('pagehide', save);
    const element = scroller.current;
    element?.addEventListener('scrollend', save);
    return () => {
      removeEventListener('pagehide', save);
      element?.removeEventListener('scrollend', save);
    };
  }, [address, active, scroller]);

  const activate = (id: string): void => {
    setActive(id);
    rememberPlace(address, { offset: scroller.current?.scrollTop ?? 0, active: id });
  };

  return {
    narrow,
    items,
    before: items[0]?.start ?? 0,
    after: rows.getTotalSize() - (items.at(-1)?.end ?? 0),
    active,
    activate,
    /** 0-based, without the overscan. */
    visible: visibleRange(rows.scrollOffset ?? 0, (rows.scrollRect?.height ?? 0) - head, row, leads.length),
    /** Moves the active row and brings it into sight. */
    move(step: 1 | -1) {
      const now = leads.findIndex(({ id }) => id === active);
      const next = now < 0 ? 0 : Math.min(leads.length - 1, Math.max(0, now + step));
      const lead = leads[next];
      if (lead === undefined) return;
      rows.scrollToIndex(next, { align: 'auto' });
      activate(lead.id);
    },
  };
}

export function visibleRange(
  offset: number,
  height: number,
  row: number,
  count: number,
): { first: number; last: number } {
  const first = Math.min(Math.floor(offset / row), Math.max(0, count - 1));
  // A row of which less than half is in sight does not count as seen.
  const last = Math.min(count, Math.max(first + 1, Math.round((offset + height) / row)));
  return { first, last };
}
