import { type Locator, type Page } from '@playwright/test';

export type Account = { organization: string; name: string; email: string; password: string };

export class CreateAccountPage {
  readonly heading: Locator;
  readonly create: Locator;
  readonly problems: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.heading = page.getByRole('heading', { level: 1, name: 'Criar conta' });
    this.create = page.getByRole('button', { name: 'Criar conta' });
    this.problems = page.getByRole('main').getByRole('alert');
  }

  async enter({ organization, name, email, password }: Account): Promise<void> {
    await this.#page.getByLabel('Empresa').fill(organization);
    await this.#page.getByLabel('Seu nome').fill(name);
    await this.#page.getByLabel('E-mail').fill(email);
    await this.#page.getByLabel('Senha', { exact: true }).fill(password);
  }
}
