import { lazyPage, type Page } from '@piloto/runtime';

/** Address → page. `remote.config.ts` says the same to the shell, without code. */
export const pages: Record<string, Page> = {
  '/entrar': lazyPage(() => import('./pages/sign-in-page.tsx').then((module) => module.SignInPage)),
  '/criar-conta': lazyPage(() => import('./pages/create-account-page.tsx').then((module) => module.CreateAccountPage)),
  '/configuracoes/sessoes': lazyPage(() => import('./pages/sessions-page.tsx').then((module) => module.SessionsPage)),
};
