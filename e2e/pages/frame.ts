import { expect, type Locator, type Page } from '@playwright/test';

/** What the shell draws around every screen. */
export class Frame {
  readonly page: Page;
  readonly main: Locator;
  readonly navigation: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.navigation = page.getByRole('navigation', { name: /^(Principal|Main)$/ });
  }

  link(name: string): Locator {
    return this.navigation.getByRole('link', { name: new RegExp(`^${name}`) });
  }

  heading(name: string | RegExp): Locator {
    return this.main.getByRole('heading', { level: 1, name });
  }

  /** Message in the corner, by its title. */
  notice(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: /^(Avisos|Notices)/ }).getByText(title);
  }

  /** The card that stands in a failed remote's place. */
  get failure(): Locator {
    return this.main.getByRole('alert').filter({ has: this.page.getByRole('button', { name: 'Tentar de novo' }) });
  }

  async retry(): Promise<void> {
    await this.failure.getByRole('button', { name: 'Tentar de novo' }).click();
  }

  async openAccountMenu(): Promise<void> {
    await this.navigation.getByRole('button', { name: /^Conta de/ }).click();
  }

  async signOut(): Promise<void> {
    await this.openAccountMenu();
    await this.page.getByRole('menuitem', { name: /^Sair/ }).click();
  }

  async expectSignedOut(): Promise<void> {
    await expect(this.heading('Entrar no Piloto')).toBeVisible();
    await expect(this.navigation).toHaveCount(0);
  }
}
