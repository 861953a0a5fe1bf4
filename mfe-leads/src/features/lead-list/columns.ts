import type { SortKey } from '../../lead/list-query.ts';

/** The columns beside the lead's name, in their order; the texts are below `column`. */
export const COLUMNS = ['company', 'stage', 'score', 'owner', 'source', 'value', 'created_at', 'updated_at'] as const;
export type Column = (typeof COLUMNS)[number];

type Shape = { width?: number; numeric?: true; sort?: SortKey; wideOnly?: true };
/** Widths in px; a column without one shares what is left. `wideOnly`: dropped below 1200 px. */
export const SHAPES: Record<Column, Shape> = {
  company: { sort: 'company', wideOnly: true },
  stage: { width: 124, sort: 'stage' },
  score: { width: 100, numeric: true, sort: 'score' },
  owner: { width: 140, wideOnly: true },
  source: { width: 120 },
  value: { width: 124, numeric: true, sort: 'value' },
  created_at: { width: 92, numeric: true, sort: 'created_at', wideOnly: true },
  updated_at: { width: 100, numeric: true, sort: 'updated_at' },
};

export const COLUMNS_PARAMETER = 'cols';
const NONE = 'none';

/** `cols=stage,value` → those, in their order; without the parameter all of them. */
export function parseColumns(text: string | null): Column[] {
  if (text === null || text === '') return [...COLUMNS];
  const wanted = text.split(',');
  return COLUMNS.filter((column) => wanted.includes(column));
}

/** What stands in the address; undefined where the default does. */
export function columnsText(columns: readonly Column[]): string | undefined {
  if (columns.length === COLUMNS.length) return undefined;
  return columns.length === 0 ? NONE : COLUMNS.filter((column) => columns.includes(column)).join(',');
}
