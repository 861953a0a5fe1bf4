/**
 * The first read of the list, by which the page, its early read and the export name the same leads. No imports: the release tool
 * reads this file too. The order counts, because the early read is found again by its exact address.
 */
export const LIST_READ = {
  url: '/api/v1/public/leads?limit=60',
  limit: 60,
  forward: ['q', 'stage', 'owner', 'source', 'tag', 'min_score', 'sort'],
} as const;
