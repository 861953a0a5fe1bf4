import { expect, type Locator, type Page } from '@playwright/test';

export class LeadsPage {
  readonly page: Page;
  readonly table: Locator;
  readonly search: Locator;
  readonly create: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table', { name: 'Leads' });
    this.search = page.getByRole('searchbox', { name: 'Buscar leads' });
    this.create = page.getByRole('button', { name: /^Novo lead/ });
  }

  get rows(): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('link') });
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  async open(name: string): Promise<void> {
    await this.table.getByRole('link', { name, exact: true }).click();
    await expect(this.page).toHaveURL(/\/leads\/[0-9a-f-]{36}/);
  }

  async sortBy(column: string): Promise<void> {
    await this.table.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  head(column: string): Locator {
    return this.table.getByRole('columnheader', { name: column });
  }

  async filter(field: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Filtrar' }).click();
    await this.page.getByRole('menuitem', { name: field }).click();
    const choice = this.page.getByRole('checkbox', { name: value });
    await choice.click();
    await expect(choice).toBeChecked();
    await this.page.keyboard.press('Escape');
  }
}

export class LeadPage {
  readonly page: Page;
  readonly save: Locator;
  readonly conflict: Locator;

  constructor(page: Page) {
    this.page = page;
    this.save = page.getByRole('main').getByRole('button', { name: /^Salvar/ });
    this.conflict = page.getByRole('dialog', { name: 'Este lead mudou enquanto você editava' });
  }

  field(name: string): Locator {
    return this.page.getByRole('main').getByRole('textbox', { name, exact: true });
  }

  async delete(): Promise<void> {
    await this.page.getByRole('button', { name: 'Mais ações' }).click();
    await this.page.getByRole('menuitem', { name: 'Apagar lead' }).click();
  }
}
