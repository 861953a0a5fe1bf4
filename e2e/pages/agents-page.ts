import { expect, type Locator, type Page } from '@playwright/test';

export class AgentsPage {
  readonly page: Page;
  readonly table: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table', { name: 'Agentes' });
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ hasText: name });
  }

  async create(name: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: /^(Novo agente|Criar o primeiro agente)$/ })
      .first()
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Nome').fill(name);
    await dialog.getByRole('button', { name: 'Criar agente' }).click();
    await expect(this.page).toHaveURL(/\/agentes\/[0-9a-f-]{36}$/);
  }
}

export class AgentPage {
  readonly page: Page;
  readonly name: Locator;
  readonly persona: Locator;
  readonly instructions: Locator;
  readonly save: Locator;
  readonly conflict: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.name = main.getByRole('textbox', { name: 'Nome' });
    this.persona = main.getByRole('textbox', { name: 'Persona' });
    this.instructions = main.getByRole('textbox', { name: 'Instruções' });
    this.save = main.getByRole('button', { name: 'Salvar', exact: true });
    this.conflict = main.getByRole('alert').filter({ hasText: 'Outra pessoa salvou este agente' });
  }

  async delete(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ações do agente' }).click();
    await this.page.getByRole('menuitem', { name: 'Apagar agente' }).click();
  }
}
