import { describeRemote } from '@piloto/tooling/remote-definition';

export default describeRemote({
  routes: [
    {
      path: '/agentes',
      title: { 'pt-BR': 'Agentes', en: 'Agents' },
      nav: { icon: 'bot', order: 10, group: 'intelligence' },
      guard: { permission: 'agents:read' },
      data: [{ url: '/api/v1/public/agents?limit=100' }],
      page: 'src/pages/agents-page.tsx',
    },
    {
      path: '/agentes/:id',
      title: { 'pt-BR': 'Agente', en: 'Agent' },
      guard: { permission: 'agents:read' },
      data: [{ url: '/api/v1/public/agents/:id' }],
      page: 'src/pages/agent-page.tsx',
    },
    {
      path: '/conhecimento',
      title: { 'pt-BR': 'Conhecimento', en: 'Knowledge' },
      nav: { icon: 'book-open', order: 20, group: 'intelligence' },
      guard: { permission: 'knowledge:read' },
      data: [{ url: '/api/v1/public/knowledge/documents?limit=50', forward: ['group'] }],
      page: 'src/pages/knowledge-page.tsx',
    },
  ],
});
