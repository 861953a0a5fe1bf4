import { type Locator, type Page } from '@playwright/test';

export class SessionsPage {
  readonly page: Page;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page
      .getByRole('table', { name: 'Sessões' })
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
  }

  get current(): Locator {
    return this.rows.filter({ hasText: 'Esta sessão' });
  }

  async endOthers(): Promise<void> {
    await this.page.getByRole('button', { name: 'Encerrar as outras' }).click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Encerrar \d+ sess/ })
      .click();
  }
}
