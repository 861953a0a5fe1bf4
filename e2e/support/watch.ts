import type { BrowserContext, Page } from '@playwright/test';

/** Everything that a page should never say: console errors and warnings, uncaught exceptions, and breaches of its policy. */
export class Watch {
  readonly complaints: string[] = [];

  static async over(context: BrowserContext): Promise<Watch> {
    const watch = new Watch();
    await context.exposeBinding('__violation', (_source, text: string) => watch.complaints.push(`policy: ${text}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const tell: unknown = Reflect.get(globalThis, '__violation');
        if (typeof tell === 'function')
          tell(
            `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
          );
      });
    });
    context.on('page', (page) => watch.#listen(page));
    return watch;
  }

  #listen(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(`exception: ${error.stack ?? error.message}`));
  }
}
