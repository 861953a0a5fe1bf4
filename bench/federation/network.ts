import type { CDPSession } from '@playwright/test';

export type Transfer = { requests: number; scripts: number; bytes: number; scriptBytes: number };
type Request = { url: string; script: boolean; bytes: number; carried: boolean; ended: boolean };

/** What the network carried for one page; an answer of the cache costs nothing. */
export class Network {
  readonly #requests = new Map<string, Request>();

  constructor(cdp: CDPSession) {
    const of = (id: string, change: (request: Request) => void): void => {
      const request = this.#requests.get(id);
      if (request !== undefined) change(request);
    };
    cdp.on('Network.requestWillBeSent', ({ requestId, request: { url } }) =>
      this.#requests.set(requestId, { url, script: false, bytes: 0, carried: false, ended: false }),
    );
    cdp.on('Network.responseReceived', ({ requestId, response, type }) =>
      of(requestId, (request) => {
        request.carried = response.fromDiskCache !== true && response.fromPrefetchCache !== true;
        request.script = type === 'Script' || response.mimeType === 'text/javascript';
      }),
    );
    cdp.on('Network.requestServedFromCache', ({ requestId }) => this.#requests.delete(requestId));
    cdp.on('Network.loadingFailed', ({ requestId }) =>
      of(requestId, (request) => {
        request.ended = true;
      }),
    );
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      of(requestId, (request) => {
        request.ended = true;
        request.bytes = encodedDataLength;
      }),
    );
  }

  /** Addresses that were asked for and not answered to the end. */
  pending(): string[] {
    return [...this.#requests.values()].filter(({ ended }) => !ended).map(({ url }) => url);
  }

  transfer(): Transfer {
    const all = [...this.#requests.values()].filter(({ carried }) => carried);
    const scripts = all.filter(({ script }) => script);
    const sum = (list: typeof all): number => list.reduce((bytes, request) => bytes + request.bytes, 0);
    return { requests: all.length, scripts: scripts.length, bytes: sum(all), scriptBytes: sum(scripts) };
  }
}
