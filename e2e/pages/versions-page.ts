import { type Locator, type Page } from '@playwright/test';

export class VersionsPage {
  readonly live: Locator;
  readonly history: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.live = page.getByRole('table', { name: 'Versões no ar' });
    this.history = page.getByRole('table', { name: 'Histórico de releases' });
  }

  liveRow(module: string): Locator {
    return this.live.getByRole('row').filter({ has: this.#page.getByRole('cell', { name: module, exact: true }) });
  }

  release(number: number): Locator {
    return this.history.getByRole('row').filter({ has: this.#page.getByRole('link', { name: `Release ${number}` }) });
  }
}
