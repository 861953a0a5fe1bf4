import { expect, type Locator, type Page } from '@playwright/test';
import type { UploadFile } from './knowledge-page.ts';

/** The four steps of the import. */
export class ImportPage {
  readonly page: Page;
  readonly problem: Locator;
  readonly simulate: Locator;
  readonly start: Locator;
  readonly counts: Locator;
  readonly problems: Locator;

  constructor(page: Page) {
    this.page = page;
    this.problem = page.getByRole('dialog').getByRole('alert');
    this.simulate = page.getByRole('button', { name: 'Simular' });
    this.start = page.getByRole('button', { name: /^Importar [\d.]+ linha/ });
    this.counts = page.getByRole('region', { name: 'Contagens' });
    this.problems = page.getByRole('table', { name: 'Linhas com erro' });
  }

  async upload(file: UploadFile | string): Promise<void> {
    await this.page.goto('/importacoes?nova=1');
    await this.choose(file);
    await expect(this.page).toHaveURL(/\/importacoes\/[0-9a-f-]{36}$/);
  }

  async choose(file: UploadFile | string): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByLabel(/^Solte a planilha/)
      .setInputFiles(file);
  }

  target(column: string): Locator {
    return this.page.getByRole('combobox', { name: `Campo para a coluna ${column}`, exact: true });
  }

  async choosesTarget(column: string, target: string): Promise<void> {
    await this.target(column).click();
    await this.page.getByRole('option', { name: target, exact: true }).click();
  }

  /** The figure under a word, as it stands there. */
  count(word: string): Locator {
    return this.counts
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${word}$`) })
      .locator('xpath=following-sibling::dd[1]');
  }

  async expectCounts(counts: Record<string, string>): Promise<void> {
    for (const [word, figure] of Object.entries(counts)) await expect(this.count(word), word).toHaveText(figure);
  }

  /** The rows that did not go in, as the file that the user gets. */
  async downloadErrors(): Promise<string> {
    const file = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Baixar erros (CSV)' }).click();
    const stream = await (await file).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(Buffer.from(part));
    return Buffer.concat(parts).toString('utf8');
  }
}
