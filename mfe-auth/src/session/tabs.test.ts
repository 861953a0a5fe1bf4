import { sessionData } from '@piloto/testing';
import { describe, expect, it, vi } from 'vitest';
import { bruno, fakeLocks, LEADS, LOGIN, SESSION, useTestBrowser, whoIs } from './testing/test-browser.ts';

const browser = useTestBrowser();

describe('logout', () => {
  it('discards answers that come after it', async () => {
    const session = await browser.current.signedInTab();
    let release = (): void => {};
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    browser.current.api.intercept = ({ path }) =>
      path === LEADS ? held.then(() => new Response('{"of":"Ana"}')) : undefined;
    const late = session.fetch(LEADS);
    const outcome = expect(late).rejects.toThrow('The session ended');
    await session.logout();
    release();
    await outcome;
    expect(session.current()).toEqual({ status: 'signed-out' });
  });

  it('discards a session answer that was on its way', async () => {
    const session = await browser.current.signedInTab();
    const answer = Promise.withResolvers<Response>();
    browser.current.api.intercept = ({ path }) => (path === SESSION ? answer.promise : undefined);
    const loading = session.load();
    await session.logout();
    answer.resolve(new Response(JSON.stringify(sessionData())));
    await loading;
    expect(session.current()).toEqual({ status: 'signed-out' });
  });

  it('fails aloud, and stays signed in, when the API cannot be reached', async () => {
    const session = await browser.current.signedInTab();
    browser.current.api.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(session.logout()).rejects.toThrow('Failed to fetch');
    expect(whoIs(session)).toBe('Ana Souza');
  });

  it('reaches every tab, and cuts what they were asking for', async () => {
    const here = await browser.current.signedInTab();
    const there = await browser.current.signedInTab();
    const answer = Promise.withResolvers<Response>();
    browser.current.api.intercept = ({ path }) => (path === LEADS ? answer.promise : undefined);
    const late = expect(there.fetch(LEADS)).rejects.toThrow('The session ended');
    await here.logout();
    await vi.waitFor(() => expect(there.current()).toEqual({ status: 'signed-out' }));
    answer.resolve(new Response('{"of":"Ana"}'));
    await late;
  });

  it('reaches a tab by the storage event where there are no broadcasts', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const here = await browser.current.signedInTab();
    const there = await browser.current.signedInTab();
    await here.logout();
    const newValue = localStorage.getItem('piloto.session');
    dispatchEvent(new StorageEvent('storage', { key: 'piloto.session', newValue }));
    expect(there.current()).toEqual({ status: 'signed-out' });
  });

  it('is heard once, though it is told twice', async () => {
    const here = await browser.current.signedInTab();
    const there = await browser.current.signedInTab();
    await here.logout();
    await vi.waitFor(() => expect(whoIs(there)).toBe('signed-out'));
    const late = localStorage.getItem('piloto.session');
    browser.current.api.user = bruno;
    await here.fetch(LOGIN, { method: 'POST', body: '{}' });
    await vi.waitFor(() => expect(whoIs(there)).toBe('Bruno'));
    dispatchEvent(new StorageEvent('storage', { key: 'piloto.session', newValue: late }));
    expect(whoIs(there)).toBe('Bruno');
  });
});

describe('other tabs', () => {
  it('see a sign-in and a change of user', async () => {
    const here = await browser.current.signedInTab();
    const there = await browser.current.signedInTab();
    const seen: string[] = [];
    there.subscribe((state) => seen.push(state.status === 'signed-in' ? state.data.user.name : state.status));
    await here.logout();
    await vi.waitFor(() => expect(whoIs(there)).toBe('signed-out'));
    browser.current.api.user = bruno;
    await here.fetch(LOGIN, { method: 'POST', body: '{}' });
    await here.load();
    await vi.waitFor(() => expect(whoIs(there)).toBe('Bruno'));
    expect(seen).toEqual(['signed-out', 'Bruno']);
  });

  it('do not renew again what this one has renewed', async () => {
    const here = await browser.current.signedInTab();
    const there = await browser.current.signedInTab();
    const stale = Promise.withResolvers<Response>();
    let first = true;
    browser.current.api.intercept = ({ path }) => {
      if (path !== `${LEADS}/there` || !first) return undefined;
      first = false;
      return stale.promise;
    };
    const slow = there.fetch(`${LEADS}/there`);
    browser.current.api.expire();
    await here.fetch(LEADS);
    await new Promise((resolve) => setTimeout(resolve, 20));
    stale.resolve(new Response('{}', { status: 401 }));
    expect((await slow).status).toBe(200);
    expect(browser.current.api.refreshes).toBe(1);
  });

  it('share one refresh through the lock', async () => {
    vi.stubGlobal('navigator', { onLine: true, locks: fakeLocks() });
    const open = await Promise.all(Array.from({ length: 8 }, () => browser.current.signedInTab()));
    browser.current.api.expire();
    const answers = await Promise.all(open.map((session) => session.fetch(LEADS)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(browser.current.api.refreshes).toBe(1);
  });

  it('go on alone when a tab holds the lock for more than 5 s', async () => {
    const locks = fakeLocks();
    vi.stubGlobal('navigator', { onLine: true, locks });
    void locks.request('piloto.session.refresh', { ifAvailable: true }, () => new Promise(() => {}));
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) =>
      ms === 5_000 ? AbortSignal.abort(new DOMException('late', 'TimeoutError')) : new AbortController().signal,
    );
    const session = await browser.current.signedInTab();
    browser.current.api.expire();
    expect((await session.fetch(LEADS)).status).toBe(200);
    expect(browser.current.api.refreshes).toBe(1);
  });
});
