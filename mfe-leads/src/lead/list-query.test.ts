import { connectApi, listLeads } from '@piloto/api-client';
import { fakeSession } from '@piloto/testing';
import { expect, test } from 'vitest';
import config from '../../remote.config.ts';
import { activeFilters, filterParameters, isFiltered, parseListQuery, toSearch } from './list-query.ts';
import { LIST_READ } from './list-read.ts';

const WHOLE =
  'q=s%C3%A3o+jos%C3%A9&stage=new&stage=won&owner=me&owner=none&source=Site&source=Feira+%26+cia&tag=vip&min_score=70&sort=-value';

test('the address and the query are one thing', () => {
  const query = parseListQuery(new URLSearchParams(WHOLE));
  expect(query).toEqual({
    q: 'são josé',
    stage: ['new', 'won'],
    owner: ['me', 'none'],
    source: ['Site', 'Feira & cia'],
    tag: ['vip'],
    min_score: 70,
    sort: '-value',
  });
  expect(parseListQuery(toSearch(query))).toEqual(query);
  expect(toSearch(query).toString()).toBe(WHOLE);
});

test('what does not exist is left out of a hand-made address', () => {
  const query = parseListQuery(new URLSearchParams('stage=nope&stage=new&min_score=abc&sort=colour&owner=&x=1'));
  expect(filterParameters(query)).toEqual({ stage: ['new'] });
});

test('order and columns are no filters', () => {
  expect(isFiltered(parseListQuery(new URLSearchParams('sort=name&cols=value')))).toBe(false);
  expect(activeFilters(parseListQuery(new URLSearchParams('q=x&min_score=1&tag=a')))).toEqual(['tag', 'min_score']);
});

test('the page asks for exactly what its early read asked for', async () => {
  const early = config.routes.find(({ path }) => path === '/leads')?.data?.[0];
  if (early === undefined) throw new Error('/leads declares no early read');
  const requested: string[] = [];
  connectApi({
    ...fakeSession(),
    fetch: async (input) => {
      requested.push(input instanceof Request ? input.url : String(input));
      return Response.json({ items: [], next_cursor: null, total: { value: 0, exact: true } });
    },
  });
  for (const search of ['', WHOLE, 'stage=new&cols=value']) {
    const page = new URLSearchParams(search);
    // As the page's boot script forwards parameters: in the declared order, encoded one by one.
    const forwarded = (early.forward ?? []).flatMap((name) =>
      page.getAll(name).map((value) => `&${name}=${encodeURIComponent(value)}`),
    );
    await listLeads({ query: { limit: LIST_READ.limit, ...filterParameters(parseListQuery(page)) } });
    expect(requested.at(-1)).toBe(`http://api.test${early.url}${forwarded.join('')}`);
  }
});
