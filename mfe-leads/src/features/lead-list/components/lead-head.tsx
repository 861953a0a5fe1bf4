import { TableHead, TableHeadCell, TableRow } from '@piloto/ui';
import type { Sort, SortKey } from '../../../lead/list-query.ts';
import { useText } from '../../../messages.ts';
import { type Column, SHAPES } from '../columns.ts';

type Props = {
  columns: readonly Column[];
  sort: Sort;
  /** undefined where the head is only heard, as on phones. */
  onSort: ((sort: Sort) => void) | undefined;
};

/** Names rise first, numbers and dates fall first; the same head again turns round. */
const nextSort = (key: SortKey, sort: Sort): Sort => {
  if (sort === key) return `-${key}`;
  if (sort === `-${key}`) return key;
  return key === 'name' || key === 'company' || key === 'stage' ? key : `-${key}`;
};
const direction = (key: SortKey, sort: Sort): 'ascending' | 'descending' | 'none' =>
  sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';

export const dropped = (column: Column): string | undefined => (SHAPES[column].wideOnly ? 'max-lg:hidden' : undefined);

export function LeadHead({ columns, sort, onSort }: Props) {
  const t = useText();
  const sortable = (key: SortKey | undefined) =>
    key === undefined || onSort === undefined
      ? {}
      : { sort: direction(key, sort), onSort: () => onSort(nextSort(key, sort)) };
  return (
    <TableHead className="max-md:sr-only">
      <TableRow rowIndex={1} className="h-8">
        <TableHeadCell {...sortable('name')}>{t('column.name')}</TableHeadCell>
        {columns.map((column) => {
          const { width, numeric, sort: key } = SHAPES[column];
          return (
            <TableHeadCell key={column} width={width} numeric={numeric} className={dropped(column)} {...sortable(key)}>
              {t(`column.${column}`)}
            </TableHeadCell>
          );
        })}
      </TableRow>
    </TableHead>
  );
}
