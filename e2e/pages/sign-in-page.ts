import { type Locator, type Page } from '@playwright/test';

export class SignInPage {
  readonly page: Page;
  readonly email: Locator;
  readonly password: Locator;
  readonly enter: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.email = page.getByRole('textbox', { name: 'E-mail' });
    this.password = page.getByLabel('Senha', { exact: true });
    this.enter = page.getByRole('button', { name: 'Entrar', exact: true });
    this.problem = page.getByRole('main').getByRole('alert');
  }

  async signIn(person: { email: string; password: string }): Promise<void> {
    await this.email.fill(person.email);
    await this.password.fill(person.password);
    await this.enter.click();
  }
}
