import { describeRemote } from '@piloto/tooling/remote-definition';

export default describeRemote({
  provides: { session: 'src/session.ts' },
  routes: [
    {
      path: '/entrar',
      title: { 'pt-BR': 'Entrar', en: 'Sign in' },
      frame: 'plain',
      data: [{ url: '/api/v1/auth/setup' }],
      page: 'src/pages/sign-in-page.tsx',
    },
    {
      path: '/criar-conta',
      title: { 'pt-BR': 'Criar conta', en: 'Create account' },
      frame: 'plain',
      data: [{ url: '/api/v1/auth/setup' }],
      page: 'src/pages/create-account-page.tsx',
    },
    {
      path: '/configuracoes/sessoes',
      title: { 'pt-BR': 'Sessões', en: 'Sessions' },
      data: [{ url: '/api/v1/auth/sessions' }],
      page: 'src/pages/sessions-page.tsx',
    },
  ],
});
