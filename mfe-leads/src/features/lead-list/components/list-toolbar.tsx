import { failureText, useCan, useRemoteProps } from '@piloto/runtime';
import { Button, Checkbox, IconButton, Menu, MenuItem, Popover, Toolbar } from '@piloto/ui';
import { ArrowUpDown, Columns3, Download } from 'lucide-react';
import { useState } from 'react';
import { download } from '../../../download.ts';
import { DEFAULT_SORT, type ListQuery, type Sort, toSearch } from '../../../lead/list-query.ts';
import { useText } from '../../../messages.ts';
import { type Column, COLUMNS } from '../columns.ts';
import type { ListUrl } from '../use-list-url.ts';
import { FilterBar } from './filter-bar.tsx';
import { ListSearch } from './list-search.tsx';

const SORT_CHOICES = ['-created_at', '-updated_at', '-score', '-value', 'name'] as const satisfies readonly Sort[];

export function ListToolbar({ url }: { url: ListUrl }) {
  const t = useText();
  const mayExport = useCan('leads:export');
  return (
    <Toolbar
      label={t('list.tools')}
      className="max-md:h-auto max-md:min-h-13 max-md:flex-wrap max-md:py-1"
      end={
        <>
          <SortMenu sort={url.query.sort ?? DEFAULT_SORT} onSort={url.sortBy} />
          <ColumnsMenu columns={url.columns} onChange={url.showColumns} />
          {mayExport && <ExportButton query={url.query} />}
        </>
      }
    >
      <ListSearch value={url.query.q} onChange={(q) => url.change({ q }, { replace: true })} />
      <FilterBar query={url.query} onChange={url.change} />
    </Toolbar>
  );
}

/** On phones, where the heads are not drawn. */
function SortMenu({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  const t = useText();
  return (
    <span className="hidden max-md:flex">
      <Menu align="end" trigger={<IconButton icon={ArrowUpDown} label={t('list.sort')} tooltip={false} />}>
        {SORT_CHOICES.map((choice) => (
          <MenuItem key={choice} checked={choice === sort} onSelect={() => onSort(choice)}>
            {t(`sort.${choice}`)}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}

function ColumnsMenu({ columns, onChange }: { columns: readonly Column[]; onChange: (columns: Column[]) => void }) {
  const t = useText();
  return (
    <Popover
      align="end"
      label={t('list.columns')}
      className="w-60"
      trigger={
        <Button variant="ghost" icon={Columns3} iconOnlyBelow="lg" className="max-md:hidden">
          {t('list.columns')}
        </Button>
      }
    >
      <ul className="flex flex-col gap-1">
        {COLUMNS.map((column) => (
          <li key={column} className="flex min-h-7 items-center">
            <Checkbox
              label={t(`column.${column}`)}
              checked={columns.includes(column)}
              onCheckedChange={(on) => onChange(COLUMNS.filter((one) => (one === column ? on : columns.includes(one))))}
            />
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function ExportButton({ query }: { query: ListQuery }) {
  const t = useText();
  const { session, events } = useRemoteProps();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo' }).format(new Date());
      await download(session, `/api/v1/public/leads/export.csv?${toSearch(query).toString()}`, `leads-${day}.csv`);
    } catch (error) {
      events.emit('toast', { tone: 'error', title: t('list.notExported'), detail: failureText(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="ghost" icon={Download} iconOnlyBelow="lg" busy={busy} onClick={() => void save()}>
      {t('list.export')}
    </Button>
  );
}
