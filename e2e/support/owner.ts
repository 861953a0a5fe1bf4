import type { APIRequestContext, BrowserContext } from '@playwright/test';
import { type StackUnderTest, stackUnderTest } from './stack.ts';

/** The first account of the stack under test. The first-visit spec makes it on screen. */
export const OWNER = {
  organization: 'Distribuidora São João',
  name: 'Joana Ávila',
  email: 'joana.avila@exemplo.com.br',
  password: 'girassol azul de 2026',
} as const;

export const isFirstVisit = async (request: APIRequestContext, { apiUrl }: StackUnderTest): Promise<boolean> => {
  const answer = await request.get(`${apiUrl}/api/v1/auth/setup`);
  const body: unknown = await answer.json();
  return typeof body === 'object' && body !== null && 'needed' in body && body.needed === true;
};

/**
 * Signs the context in through the API, as its screen does: every cookie is the context's own. A session for each test, because
 * refresh tokens are used once and two browsers cannot share them.
 */
export async function signIn(context: BrowserContext, password: string = OWNER.password): Promise<void> {
  const { apiUrl, appUrl } = stackUnderTest();
  const answer = await context.request.post(`${apiUrl}/api/v1/auth/login`, {
    headers: { origin: appUrl },
    data: { email: OWNER.email, password },
  });
  if (!answer.ok()) throw new Error(`The owner could not sign in: HTTP ${answer.status()} ${await answer.text()}`);
}
