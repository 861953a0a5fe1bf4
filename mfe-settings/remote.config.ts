import { describeRemote } from '@piloto/tooling/remote-definition';

export default describeRemote({
  routes: [
    {
      path: '/configuracoes',
      title: { 'pt-BR': 'Configurações', en: 'Settings' },
      nav: { icon: 'settings', order: 90, group: 'account' },
      page: 'src/pages/index-page.tsx',
    },
    {
      path: '/configuracoes/perfil',
      title: { 'pt-BR': 'Perfil', en: 'Profile' },
      data: [{ url: '/api/v1/public/me' }],
      page: 'src/pages/profile-page.tsx',
    },
    {
      path: '/configuracoes/empresa',
      title: { 'pt-BR': 'Dados da empresa', en: 'Company' },
      guard: { permission: 'organization:read' },
      data: [{ url: '/api/v1/public/organization' }],
      page: 'src/pages/company-page.tsx',
    },
    {
      path: '/configuracoes/membros',
      title: { 'pt-BR': 'Membros', en: 'Members' },
      guard: { permission: 'members:read' },
      data: [{ url: '/api/v1/public/members?limit=100' }],
      page: 'src/pages/members-page.tsx',
    },
    {
      path: '/configuracoes/versoes',
      title: { 'pt-BR': 'Versões', en: 'Versions' },
      guard: { permission: 'releases:read' },
      page: 'src/pages/versions-page.tsx',
    },
  ],
});
