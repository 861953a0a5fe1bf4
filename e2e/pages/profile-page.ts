import { type Locator, type Page } from '@playwright/test';

export class ProfilePage {
  readonly name: Locator;
  readonly save: Locator;
  readonly language: Locator;
  readonly theme: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.name = page.getByRole('textbox', { name: /^(Nome|Name)$/ });
    this.save = page.getByRole('button', { name: /^(Salvar|Save)$/ });
    this.language = page.getByRole('combobox', { name: /^(Idioma|Language)$/ });
    this.theme = page.getByRole('radiogroup', { name: /^(Tema|Theme)$/ });
  }

  async chooseLanguage(name: string): Promise<void> {
    await this.language.click();
    await this.#page.getByRole('option', { name }).click();
  }

  async changePassword(current: string, next: string, repeat: string = next): Promise<void> {
    await this.#page.getByLabel('Senha atual').fill(current);
    await this.#page.getByLabel('Nova senha', { exact: true }).fill(next);
    await this.#page.getByLabel('Repita a nova senha').fill(repeat);
    await this.#page.getByRole('button', { name: 'Alterar senha' }).click();
  }
}
