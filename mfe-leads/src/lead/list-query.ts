import type { ListLeadsData } from '@piloto/api-client';
import { z } from 'zod';
import { LIST_READ } from './list-read.ts';
import { STAGES } from './stages.ts';

const SORT_KEYS = ['name', 'company', 'stage', 'score', 'value', 'created_at', 'updated_at'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export const SORTS = SORT_KEYS.flatMap((key) => [key, `-${key}`] as const);
export type Sort = (typeof SORTS)[number];
/** What the API does without `sort`. */
export const DEFAULT_SORT: Sort = '-created_at';

const several = z.array(z.string().min(1).max(200)).transform((values) => [...new Set(values)].slice(0, 50));
// A hand-made address with a value that does not exist opens the list without it, instead of an error.
const listQuerySchema = z.object({
  q: z.string().trim().max(200).catch(''),
  stage: z.array(z.string()).transform((values) => STAGES.filter((stage) => values.includes(stage))),
  owner: several.catch([]),
  source: several.catch([]),
  tag: several.catch([]),
  min_score: z.coerce.number().int().min(1).max(100).optional().catch(undefined),
  sort: z.enum(SORTS).optional().catch(undefined),
});
export type ListQuery = z.infer<typeof listQuerySchema>;
export type ListFilter = 'stage' | 'owner' | 'source' | 'tag' | 'min_score';
export const LIST_FILTERS = ['stage', 'owner', 'source', 'tag', 'min_score'] as const satisfies readonly ListFilter[];

export function parseListQuery(search: URLSearchParams): ListQuery {
  return listQuerySchema.parse({
    q: search.get('q') ?? '',
    stage: search.getAll('stage'),
    owner: search.getAll('owner'),
    source: search.getAll('source'),
    tag: search.getAll('tag'),
    min_score: search.get('min_score') ?? undefined,
    sort: search.get('sort') ?? undefined,
  });
}

type ApiQuery = NonNullable<ListLeadsData['query']>;

const isEmpty = (value: string | number | string[] | undefined): boolean =>
  value === undefined || value.toString() === '';

/** The API's parameters of a query, in the order of LIST_READ.forward and without empty ones. */
export function filterParameters(query: ListQuery): ApiQuery {
  const parameters: ApiQuery = {};
  for (const name of LIST_READ.forward) {
    const value = query[name];
    if (isEmpty(value)) continue;
    Object.assign(parameters, { [name]: value });
  }
  return parameters;
}

/** The same as search parameters, for the address and for the export. */
export function toSearch(query: ListQuery): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filterParameters(query)))
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  return search;
}

export const activeFilters = (query: ListQuery): ListFilter[] => LIST_FILTERS.filter((name) => !isEmpty(query[name]));

export const isFiltered = (query: ListQuery): boolean => query.q !== '' || activeFilters(query).length > 0;

export const withoutFilters = (query: ListQuery): ListQuery => ({
  ...parseListQuery(new URLSearchParams()),
  sort: query.sort,
});
