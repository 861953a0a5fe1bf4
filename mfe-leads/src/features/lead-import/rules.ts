import type { ImportView } from './api/imports.ts';

/** What a column can become; the texts are below `target`. Beside these: `custom.<name>` and `ignore`. */
export const TARGETS = [
  'name',
  'company',
  'phone',
  'area_code',
  'email',
  'document',
  'value',
  'stage',
  'source',
  'tags',
  'owner',
  'notes',
  'created_at',
] as const;
export const IGNORE = 'ignore';
const CUSTOM = 'custom.';
/** The longest name of a custom field that the API takes. */
const CUSTOM_LENGTH = 80;
const SEVERAL: readonly string[] = ['phone', 'tags', 'notes'];

export type Mapping = Record<string, string>;

export const customTarget = (column: string): string => CUSTOM + column.trim().slice(0, CUSTOM_LENGTH);
export const customName = (target: string): string | undefined =>
  target.startsWith(CUSTOM) ? target.slice(CUSTOM.length) : undefined;

/** Columns that share a target which takes one column only. */
export function clashes(mapping: Mapping): ReadonlySet<string> {
  const columns = Map.groupBy(Object.keys(mapping), (column) => mapping[column] ?? IGNORE);
  const clashing = [...columns].filter(
    ([target, names]) => names.length > 1 && target !== IGNORE && !SEVERAL.includes(target),
  );
  return new Set(clashing.flatMap(([, names]) => names));
}

export type MappingProblem = 'nameless' | 'clash' | 'areaAlone';

/** Why this mapping cannot be simulated; the API says the same, later. */
export function mappingProblem(mapping: Mapping): MappingProblem | undefined {
  const targets = Object.values(mapping);
  if (!targets.includes('name') && !targets.includes('company')) return 'nameless';
  if (clashes(mapping).size > 0) return 'clash';
  return targets.includes('area_code') && !targets.includes('phone') ? 'areaAlone' : undefined;
}

export const STEPS = ['file', 'columns', 'simulation', 'result'] as const;
export type Step = (typeof STEPS)[number];

/** The step is the import's own state, so that a reload stays; before the start one may go back to the columns. */
export function stepOf({ state }: Pick<ImportView, 'state'>, wantsColumns: boolean): Step {
  if (state === 'uploaded') return 'columns';
  if (state === 'checked') return wantsColumns ? 'columns' : 'simulation';
  return 'result';
}

export const MAX_BYTES = 50 * 1024 * 1024;
/** What the file picker offers. The API looks at the content, so other text files may come by drop. */
export const ACCEPT = '.csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values';

/** A file that is not worth sending; the key of what to say. */
export function fileProblem(file: { name: string; size: number }): 'empty' | 'tooLarge' | 'spreadsheet' | undefined {
  if (file.size === 0) return 'empty';
  if (/\.(?:xlsx?|xlsm|ods|numbers)$/i.test(file.name)) return 'spreadsheet';
  return file.size > MAX_BYTES ? 'tooLarge' : undefined;
}
