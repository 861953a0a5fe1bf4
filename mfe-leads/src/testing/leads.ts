import type { LeadView } from '@piloto/api-client';
import { type Answer, apiHandler } from '@piloto/testing';

const ID = '01980000-0000-7000-8000-';
export const leadId = (n: number): string => ID + String(n).padStart(12, '0');

/** Override what matters to the test. */
export const lead = (override: Partial<LeadView> = {}): LeadView => ({
  id: leadId(1),
  name: 'Marina Cavalcanti',
  email: 'marina@paodourado.com.br',
  phone: '+5511988412075',
  company: 'Padaria Pão Dourado',
  document: '12ABC34501DE35',
  value: 248_600,
  currency: 'BRL',
  stage: 'proposal',
  owner: null,
  source: 'Site',
  tags: ['vip'],
  score: 86,
  custom: {},
  version: 1,
  created_at: '2026-11-20T12:00:00Z',
  updated_at: '2026-11-24T12:00:00Z',
  ...override,
});

export const leads = (count: number): LeadView[] =>
  Array.from({ length: count }, (_lead, i) => lead({ id: leadId(i + 1), name: `Lead ${i + 1}` }));

export const page = (items: LeadView[], next: string | null = null, total = items.length): Answer => ({
  status: 200,
  body: { items, next_cursor: next, total: { value: total, exact: true } },
});

/** The same answer to every question, and the questions. */
export function listHandler(answer: (search: URLSearchParams) => Answer) {
  const asked: string[] = [];
  const handler = apiHandler('get', '/api/v1/public/leads', ({ url }) => {
    asked.push(url.search);
    return answer(url.searchParams);
  });
  return { asked, handler };
}

export const facetsHandler = () =>
  apiHandler('get', '/api/v1/public/leads/facets', () => ({
    status: 200,
    body: {
      stages: [{ value: 'new', count: 3 }],
      sources: [
        { value: 'Site', count: 2 },
        { value: 'Feira', count: 1 },
      ],
      tags: [{ value: 'vip', count: 1 }],
      owners: [{ id: leadId(900), name: 'Rafael Lima', count: 2 }],
      without_owner: 1,
    },
  }));

export const membersHandler = () =>
  apiHandler('get', '/api/v1/public/members', () => ({
    status: 200,
    body: {
      items: [
        { id: leadId(900), name: 'Rafael Lima', email: 'r@x.br', role: 'seller', status: 'active', last_seen_at: null },
      ],
      next_cursor: null,
    },
  }));

/** The document has no layout here; what scrolls is given a height, so that the virtualised rows are drawn. */
export function giveHeights(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 720 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 });
}
