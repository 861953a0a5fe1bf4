import { lazyPage, type Page } from '@piloto/runtime';

/** Address → page. `remote.config.ts` says the same to the shell, without code. */
export const pages: Record<string, Page> = {
  '/leads': lazyPage(() => import('./pages/leads-page.tsx').then((module) => module.LeadsPage)),
  '/leads/:id': lazyPage(() => import('./pages/lead-page.tsx').then((module) => module.LeadPage)),
  '/importacoes': lazyPage(() => import('./pages/imports-page.tsx').then((module) => module.ImportsPage)),
  '/importacoes/:id': lazyPage(() => import('./pages/import-page.tsx').then((module) => module.ImportPage)),
};
