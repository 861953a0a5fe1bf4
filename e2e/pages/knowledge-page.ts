import { type Locator, type Page } from '@playwright/test';

export type UploadFile = { name: string; mimeType: string; buffer: Buffer };

export class KnowledgePage {
  readonly page: Page;
  readonly table: Locator;
  readonly passages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table', { name: 'Conhecimento' });
    this.passages = page.getByRole('list', { name: 'Trechos encontrados' }).getByRole('listitem');
  }

  row(title: string): Locator {
    return this.table.getByRole('row').filter({ hasText: title });
  }

  async upload(...files: UploadFile[]): Promise<void> {
    await this.page.getByLabel(/^Solte arquivos aqui/).setInputFiles(files);
  }

  async addText(title: string, text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Adicionar texto' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Título').fill(title);
    await dialog.getByLabel('Texto', { exact: true }).fill(text);
    await dialog.getByRole('button', { name: 'Adicionar', exact: true }).click();
  }

  async ask(question: string): Promise<void> {
    const field = this.page.getByRole('searchbox', { name: 'Pergunta' });
    await field.fill(question);
    await field.press('Enter');
  }
}
