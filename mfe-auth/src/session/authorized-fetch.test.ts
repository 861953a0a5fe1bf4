import { sessionData } from '@piloto/testing';
import { describe, expect, it, vi } from 'vitest';
import { API } from './testing/fake-auth-api.ts';
import { bruno, LEADS, LOGIN, REFRESH, useTestBrowser, whoIs } from './testing/test-browser.ts';

const browser = useTestBrowser();

describe('fetch', () => {
  it('renews once for twenty requests that are refused at the same time', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.expire();
    const answers = await Promise.all(Array.from({ length: 20 }, () => session.fetch(LEADS)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(browser.current.api.refreshes).toBe(1);
  });

  it('does not renew for a refusal that left before the last renewal', async () => {
    const session = await browser.current.signedInTab();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let first = true;
    browser.current.api.intercept = async ({ path }) => {
      if (path !== `${LEADS}/slow` || !first) return undefined;
      first = false;
      await held;
      return new Response('{}', { status: 401 });
    };
    const slow = session.fetch(`${LEADS}/slow`);
    browser.current.api.expire();
    await session.fetch(LEADS);
    release();
    expect((await slow).status).toBe(200);
    expect(browser.current.api.refreshes).toBe(1);
  });

  it('sends the body again after a renewal', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.expire();
    const request = new Request(`${API}${LEADS}`, { method: 'POST', body: '{"name":"Rui"}' });
    expect((await session.fetch(request)).status).toBe(200);
    expect(browser.current.api.seen.filter(({ path }) => path === LEADS).map(({ body }) => body)).toEqual([
      '{"name":"Rui"}',
      '{"name":"Rui"}',
    ]);
  });

  it.each([86_400_000, -86_400_000])('does not read the clock: %s ms wrong changes nothing', async (wrong) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T14:45:00Z') + wrong, toFake: ['Date'] });
    const session = await browser.current.signedInTab();
    expect((await session.fetch(LEADS)).status).toBe(200);
    expect(browser.current.api.refreshes).toBe(0);
    browser.current.api.expire();
    expect((await session.fetch(LEADS)).status).toBe(200);
    expect(browser.current.api.refreshes).toBe(1);
  });

  it('carries the CSRF token on mutations only', async () => {
    const session = await browser.current.signedInTab();
    await session.fetch(LEADS);
    await session.fetch(LEADS, { method: 'POST', body: '{}' });
    expect(browser.current.api.seen.slice(-2).map(({ headers }) => headers.get('x-csrf-token'))).toEqual([
      null,
      'csrf-de-teste',
    ]);
  });

  it('asks for a new CSRF token and repeats what was refused for the old one', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.user = sessionData({ csrf_token: 'novo' });
    expect((await session.fetch(LEADS, { method: 'POST', body: '{}' })).status).toBe(200);
    expect(browser.current.api.count(LEADS)).toBe(2);
  });

  it('never repeats a change in the name of another user', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.user = bruno;
    await expect(session.fetch(LEADS, { method: 'POST', body: '{}' })).rejects.toThrow('The session ended');
    expect(browser.current.api.count(LEADS)).toBe(1);
    expect(whoIs(session)).toBe('Bruno');
  });

  it('never repeats a change that may have arrived', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(session.fetch(LEADS, { method: 'POST', body: '{}' })).rejects.toThrow('Failed to fetch');
    expect(browser.current.api.count(LEADS)).toBe(1);
  });

  it('ends no session because the refresh got lost', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.expire();
    let lost = 0;
    browser.current.api.intercept = ({ path }) => {
      if (path !== REFRESH || lost > 0) return undefined;
      lost += 1;
      browser.current.api.refresh(); // the API has done it, and the answer is cut
      throw new TypeError('Failed to fetch');
    };
    expect((await session.fetch(LEADS)).status).toBe(200);
    expect(whoIs(session)).toBe('Ana Souza');
  });

  it('hands on the cause when the refresh is refused for another reason', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.expire();
    browser.current.api.intercept = ({ path }) => (path === REFRESH ? new Response('{}', { status: 503 }) : undefined);
    expect((await session.fetch(LEADS)).status).toBe(503);
    expect(whoIs(session)).toBe('Ana Souza');
  });

  it('is signed out when the API ended the session', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.user = undefined;
    expect((await session.fetch(LEADS)).status).toBe(401);
    expect(session.current()).toEqual({ status: 'signed-out' });
  });

  it('does not renew for a wrong password', async () => {
    browser.current.api.user = undefined;
    const session = browser.current.openTab();
    await session.load();
    const before = browser.current.api.refreshes;
    browser.current.api.fresh = false;
    expect((await session.fetch(LOGIN, { method: 'POST', body: '{}' })).status).toBe(401);
    expect(browser.current.api.refreshes).toBe(before);
  });

  it('gives each early answer once, and not after the session changed hands', async () => {
    const taken: string[] = [];
    const takeEarly = (url: string): Promise<Response> | undefined => {
      taken.push(url);
      return url.endsWith('/leads') ? Promise.resolve(new Response('{"early":true}')) : undefined;
    };
    const session = await browser.current.signedInTab({ takeEarly });
    expect(await (await session.fetch(LEADS)).json()).toEqual({ early: true });
    await session.logout();
    browser.current.api.user = bruno;
    await session.fetch(LOGIN, { method: 'POST', body: '{}' });
    await session.load();
    taken.length = 0;
    expect(await (await session.fetch(LEADS)).json()).toEqual({ of: 'Bruno' });
    expect(taken).toEqual([]);
  });

  it('tells nobody else who the user is', async () => {
    const session = await browser.current.signedInTab();
    await expect(session.fetch('https://example.com/x')).rejects.toThrow('use fetch');
  });
});
