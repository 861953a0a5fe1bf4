import { Button, FilterChip, Menu, MenuItem, Popover, ToolbarSeparator } from '@piloto/ui';
import { ListFilter as FilterIcon } from 'lucide-react';
import { useState } from 'react';
import {
  activeFilters,
  LIST_FILTERS,
  type ListFilter,
  type ListQuery,
  withoutFilters,
} from '../../../lead/list-query.ts';
import { useText } from '../../../messages.ts';
import { useFilterOptions } from '../use-filter-options.ts';
import { FilterEditor } from './filter-editor.tsx';

type Props = { query: ListQuery; onChange: (next: Partial<ListQuery>) => void };

/** Chips of what is filtered by, "Filtrar" for one more, "Limpar" for none. */
export function FilterBar({ query, onChange }: Props) {
  const t = useText();
  const [editing, setEditing] = useState<ListFilter>();
  const { valueText } = useFilterOptions(query, false);
  const active = activeFilters(query);
  // A filter that was just added has no value yet; it goes away when its popover closes without one.
  const chips = LIST_FILTERS.filter((field) => active.includes(field) || field === editing);
  const free = LIST_FILTERS.filter((field) => !chips.includes(field));
  const clear = (field: ListFilter): void => onChange({ [field]: field === 'min_score' ? undefined : [] });
  return (
    <div className="flex min-w-0 items-center gap-2 max-md:contents">
      {chips.map((field) => (
        <FilterChip
          key={field}
          className="max-md:order-last"
          field={t(`filter.${field}`)}
          operator={t(field === 'min_score' ? 'filter.from' : 'filter.is')}
          value={valueText(field)}
          removeLabel={t('filter.remove', { field: t(`filter.${field}`) })}
          onRemove={() => {
            setEditing(undefined);
            clear(field);
          }}
          renderPart={(part, button) =>
            part === 'value' ? (
              <Popover
                trigger={button}
                label={t('filter.edit', { field: t(`filter.${field}`) })}
                open={editing === field}
                onOpenChange={(open) => setEditing(open ? field : undefined)}
              >
                <FilterEditor field={field} query={query} onChange={onChange} onDone={() => setEditing(undefined)} />
              </Popover>
            ) : (
              <span
                className={
                  part === 'field'
                    ? 'min-w-0 truncate px-2 leading-7 text-ink-2 max-md:leading-11'
                    : 'shrink-0 border-l border-line px-2 leading-7 text-ink-3 max-md:leading-11'
                }
              >
                {part === 'field' ? t(`filter.${field}`) : t(field === 'min_score' ? 'filter.from' : 'filter.is')}
              </span>
            )
          }
        />
      ))}
      {free.length > 0 && (
        <Menu
          trigger={
            <Button variant="ghost" icon={FilterIcon} iconOnlyBelow="lg">
              {t('filter.add')}
            </Button>
          }
        >
          {free.map((field) => (
            // The menu gives its focus back first; the popover that opens in the same moment would lose it again.
            <MenuItem key={field} onSelect={() => setTimeout(() => setEditing(field))}>
              {t(`filter.${field}`)}
            </MenuItem>
          ))}
        </Menu>
      )}
      {(active.length > 0 || query.q !== '') && (
        <>
          <span className="flex max-md:hidden">
            <ToolbarSeparator />
          </span>
          <Button variant="ghost" className="max-md:order-last" onClick={() => onChange(withoutFilters(query))}>
            {t('filter.clear')}
          </Button>
        </>
      )}
    </div>
  );
}
