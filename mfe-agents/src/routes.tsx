import { lazyPage, type Page } from '@piloto/runtime';

/** Address → page. `remote.config.ts` says the same to the shell, without code. */
export const pages: Record<string, Page> = {
  '/agentes': lazyPage(() => import('./pages/agents-page.tsx').then((module) => module.AgentsPage)),
  '/agentes/:id': lazyPage(() => import('./pages/agent-page.tsx').then((module) => module.AgentPage)),
  '/conhecimento': lazyPage(() => import('./pages/knowledge-page.tsx').then((module) => module.KnowledgePage)),
};
