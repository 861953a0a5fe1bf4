import { expect, test } from '@playwright/test';
import { AgentPage, AgentsPage } from '../pages/agents-page.ts';
import { Frame } from '../pages/frame.ts';
import { signIn } from '../support/owner.ts';
import { PublicApi } from '../support/public-api.ts';
import { unique } from '../support/unique.ts';

test.beforeEach(({ context }) => signIn(context));

test('an agent is created, written, kept over a reload, deleted and brought back', async ({ page }) => {
  const frame = new Frame(page);
  const agents = new AgentsPage(page);
  const agent = new AgentPage(page);
  const name = `Vendas ${unique()}`;
  await page.goto('/agentes');
  await agents.create(name);
  await expect(frame.heading(name)).toBeVisible();

  await agent.persona.fill('Atende com calma e trata por você.');
  await agent.instructions.fill('Pergunte a cidade.\nOfereça a visita técnica.');
  await agent.name.fill('');
  await agent.save.click();
  await expect(page.getByText('Informe um nome')).toBeVisible();
  await agent.name.fill(name);
  await agent.save.click();
  await expect(frame.notice('Agente salvo')).toBeVisible();
  await page.reload();
  await expect(agent.persona).toHaveValue('Atende com calma e trata por você.');
  await expect(agent.instructions).toHaveValue('Pergunte a cidade.\nOfereça a visita técnica.');

  await agent.delete();
  await expect(page).toHaveURL(/\/agentes$/);
  await expect(agents.row(name)).toHaveCount(0);
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(agent.persona).toHaveValue('Atende com calma e trata por você.');
  await frame.link('Agentes').click();
  await expect(agents.row(name)).toContainText('Pergunte a cidade.');
});

test('two people edit the same agent: nothing is lost, and each clash is a choice', async ({ context, page }) => {
  const api = new PublicApi(context);
  const name = `Conflito ${unique()}`;
  await api.post('public/agents', { name, persona: 'Antiga.', instructions: 'Antigas.' });
  const agent = new AgentPage(page);
  const frame = new Frame(page);
  await page.goto('/agentes');
  await new AgentsPage(page).row(name).getByRole('link').click();
  await expect(agent.persona).toHaveValue('Antiga.');
  const path = `public${new URL(page.url()).pathname.replace('/agentes', '/agents')}`;

  const first = await api.get(path);
  await api.patch(path, { persona: 'De outra pessoa.' }, first.etag);
  await agent.instructions.fill('Minhas.');
  await agent.save.click();
  await expect(frame.notice('Agente salvo'), 'different fields are joined without a question').toBeVisible();
  await expect(agent.persona).toHaveValue('De outra pessoa.');
  await expect(agent.instructions).toHaveValue('Minhas.');

  const second = await api.get(path);
  await api.patch(path, { persona: 'Deles.', instructions: 'Deles também.' }, second.etag);
  await agent.persona.fill('Minha persona.');
  await agent.instructions.fill('Minhas instruções.');
  await agent.save.click();
  await expect(agent.conflict).toBeVisible();
  for (const text of ['Minha persona.', 'Deles.', 'Minhas instruções.', 'Deles também.'])
    await expect(agent.conflict.getByText(text, { exact: true })).toBeVisible();
  await agent.conflict
    .getByRole('radiogroup', { name: /Instruções/ })
    .getByRole('radio', { name: 'Texto salvo' })
    .check();
  await agent.conflict.getByRole('button', { name: 'Salvar a escolha' }).click();
  await expect(agent.persona).toHaveValue('Minha persona.');
  await expect(agent.instructions).toHaveValue('Deles também.');
  expect((await api.get(path)).body).toMatchObject({ persona: 'Minha persona.', instructions: 'Deles também.' });
});

test('an agent that does not exist says so', async ({ page }) => {
  await page.goto('/agentes/00000000-0000-4000-8000-000000000000');
  await expect(page.getByText('Este agente não existe')).toBeVisible();
  await page.getByRole('link', { name: 'Ver agentes' }).click();
  await expect(new Frame(page).heading('Agentes')).toBeVisible();
});
