import { describeRemote } from '@piloto/tooling/remote-definition';
import { LIST_READ } from './src/lead/list-read.ts';

export default describeRemote({
  routes: [
    {
      path: '/leads',
      title: { 'pt-BR': 'Leads', en: 'Leads' },
      nav: { icon: 'users-round', order: 10, group: 'sales' },
      guard: { permission: 'leads:read' },
      frame: 'full',
      data: [{ url: LIST_READ.url, forward: [...LIST_READ.forward] }],
      page: 'src/pages/leads-page.tsx',
    },
    {
      path: '/leads/:id',
      title: { 'pt-BR': 'Lead', en: 'Lead' },
      guard: { permission: 'leads:read' },
      frame: 'full',
      data: [{ url: '/api/v1/public/leads/:id' }],
      page: 'src/pages/lead-page.tsx',
    },
    {
      path: '/importacoes',
      title: { 'pt-BR': 'Importações', en: 'Imports' },
      nav: { icon: 'file-up', order: 20, group: 'sales' },
      guard: { permission: 'imports:write' },
      frame: 'full',
      page: 'src/pages/imports-page.tsx',
    },
    {
      path: '/importacoes/:id',
      title: { 'pt-BR': 'Importação', en: 'Import' },
      guard: { permission: 'imports:write' },
      frame: 'full',
      page: 'src/pages/import-page.tsx',
    },
  ],
});
