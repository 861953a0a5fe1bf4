import type { LeadView } from '@piloto/api-client';

export type Stage = LeadView['stage'];
/** In the order of the funnel; the keys 1 to 6 choose them. The texts are below `stage`. */
export const STAGES = [
  'new',
  'qualified',
  'proposal',
  'negotiation',
  'won',
  'lost',
] as const satisfies readonly Stage[];
