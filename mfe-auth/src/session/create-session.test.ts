import { sessionData } from '@piloto/testing';
import { describe, expect, it, vi } from 'vitest';
import { API } from './testing/fake-auth-api.ts';
import { REFRESH, SESSION, useTestBrowser, whoIs } from './testing/test-browser.ts';

const browser = useTestBrowser();

describe('load', () => {
  it('knows the user, and asks once for calls at the same time', async () => {
    const session = browser.current.openTab();
    await Promise.all([session.load(), session.load(), session.load()]);
    expect(whoIs(session)).toBe('Ana Souza');
    expect(browser.current.api.count(SESSION)).toBe(1);
  });

  it('takes the answer that the page has already asked for', async () => {
    const early = new Response(JSON.stringify(sessionData()));
    const session = browser.current.openTab({
      takeEarly: (url) => (url === `${API}${SESSION}` ? Promise.resolve(early) : undefined),
    });
    await session.load();
    expect(whoIs(session)).toBe('Ana Souza');
    expect(browser.current.api.seen).toHaveLength(0);
  });

  it('renews an expired access token silently', async () => {
    browser.current.api.expire();
    const session = await browser.current.signedInTab();
    expect(whoIs(session)).toBe('Ana Souza');
    expect(browser.current.api.refreshes).toBe(1);
  });

  it('is signed out when the API knows no session', async () => {
    browser.current.api.user = undefined;
    const session = browser.current.openTab();
    expect(await session.load()).toEqual({ status: 'signed-out' });
  });

  it.each([
    ['the network fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the API answers 503', () => new Response('', { status: 503 })],
    ['the answer has another shape', () => new Response('{"user":1}')],
  ])('is unavailable, never signed out, when %s', async (_name, answer) => {
    browser.current.api.intercept = answer;
    expect((await browser.current.openTab().load()).status).toBe('unavailable');
  });

  it('is unavailable, never signed out, when the refresh gets no answer', async () => {
    vi.useFakeTimers();
    browser.current.api.expire();
    browser.current.api.intercept = ({ path }) => {
      if (path === REFRESH) throw new TypeError('Failed to fetch');
      return undefined;
    };
    const loading = browser.current.openTab().load();
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await loading).status).toBe('unavailable');
    expect(browser.current.api.count(REFRESH)).toBe(3);
  });

  it('says within 5 s that nobody answers, and still takes the answer that comes later', async () => {
    vi.useFakeTimers();
    let release = (): void => {};
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    browser.current.api.intercept = () => held;
    const session = browser.current.openTab();
    const loading = session.load();
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await loading).status).toBe('unavailable');
    release();
    await vi.advanceTimersByTimeAsync(1);
    expect(whoIs(session)).toBe('Ana Souza');
  });

  it('keeps a signed-in user on the screen when a later check gets no answer', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await session.load();
    expect(whoIs(session)).toBe('Ana Souza');
  });
});

describe('a page out of the back/forward cache', () => {
  const show = (): boolean => dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  it('shows nothing of a user who left while it slept', async () => {
    const session = await browser.current.signedInTab();
    localStorage.setItem('piloto.session', JSON.stringify({ id: 'while-asleep', kind: 'signed-out' }));
    browser.current.api.user = undefined;
    show();
    expect(session.current()).toEqual({ status: 'signed-out' });
  });

  it('asks whether the session still lives', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.user = undefined;
    show();
    await vi.waitFor(() => expect(session.current()).toEqual({ status: 'signed-out' }));
  });
});

describe('redirectToLogin', () => {
  it.each([
    ['/leads/7?tab=notas', '/entrar?voltar=%2Fleads%2F7%3Ftab%3Dnotas'],
    ['//evil.example', '/entrar'],
    ['https://evil.example', '/entrar'],
    ['/entrar?voltar=/x', '/entrar'],
    ['/', '/entrar'],
  ])('comes back to %s by %s', (returnTo, address) => {
    browser.current.openTab().redirectToLogin(returnTo);
    expect(browser.current.visited).toEqual([address]);
  });

  it('comes back to the present page, and stays where it is on the sign-in page', () => {
    const session = browser.current.openTab();
    session.redirectToLogin();
    history.replaceState(null, '', '/entrar?voltar=%2Fleads');
    session.redirectToLogin();
    expect(browser.current.visited).toEqual(['/entrar?voltar=%2Fleads%3Fstage%3Dnew']);
  });
});
