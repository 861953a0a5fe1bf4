import { cn, Table, TableBody, TableRow, TableSpacer } from '@piloto/ui';
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Sort } from '../../../lead/list-query.ts';
import type { Lead } from '../../../lead/queries.ts';
import { useText } from '../../../messages.ts';
import { ScrollRegion } from '../../../scroll-region.tsx';
import { useShortcuts } from '../../../shortcuts.ts';
import type { Column } from '../columns.ts';
import { useLeadRows } from '../use-lead-rows.ts';
import { LeadHead } from './lead-head.tsx';
import { LeadCells, NarrowLeadCell } from './lead-row.tsx';

export type LeadTableProps = {
  leads: readonly Lead[];
  columns: readonly Column[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** undefined while there are more than were counted. */
  total: number | undefined;
  /** The list's address, under which its place is kept, and the search that a lead's page gets. */
  address: string;
  search: string;
  hasMore: boolean;
  loadMore: () => void;
  /** These are the answers to the question before; the new ones are on their way. */
  outdated: boolean;
  children: (visible: { first: number; last: number }) => ReactNode;
};

/** Virtualised rows in a pane that scrolls by itself; J, K and the arrows move the active row, Enter opens it. */
export function LeadTable(props: LeadTableProps) {
  const { leads, columns, sort, onSort, total, address, search, hasMore, loadMore, outdated, children } = props;
  const t = useText();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const activeLink = useRef<HTMLAnchorElement>(null);
  const byKeyboard = useRef(false);
  const rows = useLeadRows({ leads, address, hasMore, settled: !outdated, loadMore, scroller });
  const pathOf = (lead: Lead): string => `/leads/${lead.id}${search}`;

  const open = (): void => {
    const lead = leads.find(({ id }) => id === rows.active);
    if (lead !== undefined) void navigate(pathOf(lead));
  };
  const step = (by: 1 | -1) => (): void => {
    byKeyboard.current = true;
    rows.move(by);
  };
  useShortcuts({ j: step(1), ArrowDown: step(1), k: step(-1), ArrowUp: step(-1), Enter: open });
  // The focus goes along, so that Tab goes on from the active row and a screen reader says its name.
  useLayoutEffect(() => {
    if (!byKeyboard.current || activeLink.current === null) return;
    byKeyboard.current = false;
    activeLink.current.focus({ preventScroll: true });
  });

  const onRowClick = (event: MouseEvent, lead: Lead): void => {
    rows.activate(lead.id);
    // The link does it itself, also with Ctrl for a new tab; a selection of text is no click.
    const onLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (!onLink && !event.ctrlKey && !event.metaKey && String(getSelection() ?? '') === '') void navigate(pathOf(lead));
  };
  return (
    <>
      <ScrollRegion ref={scroller} label={t('list.region')}>
        <Table
          label={t('list.table')}
          rowCount={total === undefined ? -1 : total + 1}
          aria-busy={outdated}
          className={cn(outdated && 'opacity-60')}
        >
          <LeadHead columns={rows.narrow ? [] : columns} sort={sort} onSort={rows.narrow ? undefined : onSort} />
          <TableBody>
            {/* One column wide: counting dropped columns too would bring them back as empty ones. */}
            <TableSpacer height={rows.before} columns={1} />
            {rows.items.map(({ index, key }) => {
              const lead = leads[index];
              if (lead === undefined) return null;
              const isActive = lead.id === rows.active;
              const shared = { lead, to: pathOf(lead), linkRef: isActive ? activeLink : undefined };
              return (
                <TableRow
                  key={key}
                  rowIndex={index + 2}
                  cursor={isActive}
                  aria-current={isActive || undefined}
                  onClick={(event) => onRowClick(event, lead)}
                  className="max-md:h-21"
                >
                  {rows.narrow ? <NarrowLeadCell {...shared} /> : <LeadCells {...shared} columns={columns} />}
                </TableRow>
              );
            })}
            <TableSpacer height={rows.after} columns={1} />
          </TableBody>
        </Table>
      </ScrollRegion>
      {children(rows.visible)}
    </>
  );
}
