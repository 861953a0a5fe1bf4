import { lazyPage, type Page } from '@piloto/runtime';

/** Address → page. `remote.config.ts` says the same to the shell, without code. */
export const pages: Record<string, Page> = {
  '/configuracoes': lazyPage(() => import('./pages/index-page.tsx').then((module) => module.IndexPage)),
  '/configuracoes/perfil': lazyPage(() => import('./pages/profile-page.tsx').then((module) => module.ProfilePage)),
  '/configuracoes/empresa': lazyPage(() => import('./pages/company-page.tsx').then((module) => module.CompanyPage)),
  '/configuracoes/membros': lazyPage(() => import('./pages/members-page.tsx').then((module) => module.MembersPage)),
  '/configuracoes/versoes': lazyPage(() => import('./pages/versions-page.tsx').then((module) => module.VersionsPage)),
  '/configuracoes/*': lazyPage(() => import('./pages/unknown-page.tsx').then((module) => module.UnknownPage)),
};
