import { expect, type Page } from '@playwright/test';
import { leadsCsv } from './leads-csv.ts';
import { PublicApi, textAt } from './public-api.ts';
import { unique } from './unique.ts';

export type Screen = { name: string; path: string; signedOut?: true; ready: (page: Page) => Promise<void> };

const heading = (name: string | RegExp) => async (page: Page) => {
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name })).toBeVisible();
};
const dialog = (name: string) => async (page: Page) => {
  await expect(page.getByRole('dialog', { name })).toBeVisible();
};

export const SIGNED_OUT_SCREENS: Screen[] = [
  { name: 'entrar', path: '/entrar', signedOut: true, ready: heading('Entrar no Piloto') },
  { name: 'criar-conta', path: '/criar-conta', signedOut: true, ready: heading('A empresa já existe') },
];

/** Every screen of the signed-in dashboard, with one record of each kind made for it. */
export async function signedInScreens(api: PublicApi): Promise<Screen[]> {
  const mark = unique();
  const lead = textAt(
    (await api.post('public/leads', { name: `Beatriz Nóbrega ${mark}`, company: 'Ótica Visão', value: 1250 })).body,
    'id',
  );
  const agent = textAt(
    (await api.post('public/agents', { name: `Vendas ${mark}`, persona: 'Cordial.', instructions: 'Ouça.' })).body,
    'id',
  );
  const uploaded = textAt((await api.upload('public/imports', leadsCsv(mark))).body, 'id');
  const checked = textAt((await api.upload('public/imports', leadsCsv(unique()))).body, 'id');
  await api.post(`public/imports/${checked}/dry-run`, {});
  const table = (name: string) => async (page: Page) => {
    await expect(page.getByRole('table', { name }).getByRole('row').nth(1)).toBeVisible();
  };
  return [
    { name: 'leads', path: '/leads', ready: table('Leads') },
    {
      name: 'leads-sem-resultado',
      path: '/leads?q=zzzzzz',
      ready: (page) => expect(page.getByText('Nenhum lead com estes filtros')).toBeVisible(),
    },
    {
      name: 'lead',
      path: `/leads/${lead}`,
      ready: (page) => expect(page.getByRole('textbox', { name: 'Empresa' })).toHaveValue('Ótica Visão'),
    },
    {
      name: 'lead-inexistente',
      path: '/leads/00000000-0000-4000-8000-000000000000',
      ready: (page) => expect(page.getByText('Lead não encontrado')).toBeVisible(),
    },
    {
      name: 'importacoes',
      path: '/importacoes',
      ready: (page) => expect(page.getByText(`clientes-${mark}.csv`).first()).toBeVisible(),
    },
    { name: 'importacao-nova', path: '/importacoes?nova=1', ready: dialog('Nova importação') },
    {
      name: 'importacao-colunas',
      path: `/importacoes/${uploaded}`,
      ready: (page) => expect(page.getByRole('button', { name: 'Simular' })).toBeVisible(),
    },
    {
      name: 'importacao-simulacao',
      path: `/importacoes/${checked}`,
      ready: (page) => expect(page.getByRole('region', { name: 'Contagens' })).toBeVisible(),
    },
    { name: 'agentes', path: '/agentes', ready: table('Agentes') },
    {
      name: 'agente',
      path: `/agentes/${agent}`,
      ready: (page) => expect(page.getByRole('textbox', { name: 'Persona' })).toHaveValue('Cordial.'),
    },
    { name: 'conhecimento', path: '/conhecimento?teste=garantia', ready: heading('Conhecimento') },
    {
      name: 'perfil',
      path: '/configuracoes/perfil',
      ready: (page) => expect(page.getByLabel('Senha atual')).toBeVisible(),
    },
    {
      name: 'empresa',
      path: '/configuracoes/empresa',
      ready: (page) => expect(page.getByRole('textbox', { name: 'CNPJ' })).toBeVisible(),
    },
    { name: 'membros', path: '/configuracoes/membros', ready: table('Membros') },
    { name: 'sessoes', path: '/configuracoes/sessoes', ready: table('Sessões') },
    { name: 'versoes', path: '/configuracoes/versoes', ready: table('Histórico de releases') },
    {
      name: 'nao-encontrada',
      path: '/isto-nao-existe',
      ready: (page) => expect(page.getByText('Página não encontrada')).toBeVisible(),
    },
  ];
}

export const THEMES = ['light', 'dark'] as const;

/** The theme of the next loads of this page, as its switch keeps it. */
export async function withTheme(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await page.addInitScript((choice) => localStorage.setItem('piloto.theme', choice), theme);
}
