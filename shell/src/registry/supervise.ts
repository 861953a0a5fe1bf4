// single-spa sees only these lifecycles, which neither reject nor hang: a raw hang would block every other route for ever, and a raw
// rejection would break the application for good.
import type { RemoteProps } from '@piloto/contracts';
import { reportError } from '@piloto/runtime';
import { LoadError } from './load-error.ts';
import type { LoadedRemote } from './load-remote.ts';
import type { RemoteVersion } from './release.ts';
import { within } from './within.ts';

const MOUNT_LIMIT = 8_000;
const UNMOUNT_LIMIT = 3_000;

export type Place =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'shown'; version: string }
  | { status: 'failed'; error: unknown };

export type SupervisorOptions = {
  name: string;
  wanted: RemoteVersion;
  /** Loads the remote's code and styles with all second chances; rejects with a LoadError. */
  load(): Promise<LoadedRemote>;
  enableStyles(version: RemoteVersion, on: boolean): Promise<void>;
  /** The remote's element in the frame; exists whenever a lifecycle runs. */
  element(): HTMLElement;
  /** What the remote is mounted with. `onFailure` is for failures after the mount, such as a throw while rendering. */
  props(element: HTMLElement, signal: AbortSignal, onFailure: (error: unknown) => void): RemoteProps;
  onPlace(place: Place): void;
};

export type Supervisor = {
  /** Loads code, styles and the page at `pathname`, mounted or not. Never rejects: a failure shows when it is mounted. */
  preload(pathname: string): Promise<void>;
  retry(): void;
  lifecycles: { bootstrap(): Promise<void>; mount(): Promise<void>; unmount(): Promise<void> };
};

export function supervise(options: SupervisorOptions): Supervisor {
  const { name, wanted, enableStyles, element, props, onPlace } = options;
  let loaded: LoadedRemote | undefined;
  let loading: Promise<LoadedRemote> | undefined;
  let active: { controller: AbortController; mounted?: { remote: LoadedRemote; props: RemoteProps } } | undefined;
  /** The remote may still be leaving when it is wanted again: one step after the other. */
  let leaving: Promise<void> = Promise.resolve();

  const load = (): Promise<LoadedRemote> => {
    loading ??= options.load().then(
      (remote) => {
        loaded = remote;
        return remote;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };

  async function show(current: NonNullable<typeof active>): Promise<void> {
    const gone = (): boolean => active !== current;
    const fail = (error: unknown, where: string): void => {
      if (where !== 'load')
        reportError(error, { where, remote: name, version: loaded?.version.version ?? wanted.version });
      if (gone()) return;
      void clear(current).then(() => {
        if (!gone()) onPlace({ status: 'failed', error });
      });
    };
    let remote: LoadedRemote;
    try {
      await leaving;
      if (gone()) return;
      if (loaded === undefined) onPlace({ status: 'loading' });
      remote = loaded ?? (await load());
      await enableStyles(remote.version, true);
    } catch (error) {
      fail(error, 'load');
      return;
    }
    if (gone()) return;
    const { version } = remote.version;
    const given = props(element(), current.controller.signal, (error) =>
      fail(new LoadError('render', name, version, 'failed while drawing', { cause: error }), 'render'),
    );
    current.mounted = { remote, props: given };
    try {
      const late = (): LoadError =>
        new LoadError('timeout', name, version, `mount did not end in ${MOUNT_LIMIT / 1000} s`);
      await within(Promise.resolve(remote.lifecycle.mount(given)), MOUNT_LIMIT, late);
      if (!gone()) onPlace({ status: 'shown', version });
    } catch (error) {
      fail(
        error instanceof LoadError ? error : new LoadError('mount', name, version, 'mount failed', { cause: error }),
        'mount',
      );
    }
  }

  /** Takes the remote off the page whatever it does: a throw or a hang in its unmount is reported, never waited for. */
  async function clear(current: NonNullable<typeof active>): Promise<void> {
    const { mounted } = current;
    delete current.mounted;
    current.controller.abort();
    if (mounted !== undefined) {
      const { version } = mounted.remote.version;
      try {
        const late = (): LoadError =>
          new LoadError('timeout', name, version, `unmount did not end in ${UNMOUNT_LIMIT / 1000} s`);
        await within(Promise.resolve(mounted.remote.lifecycle.unmount(mounted.props)), UNMOUNT_LIMIT, late);
      } catch (error) {
        reportError(error, { where: 'unmount', remote: name, version });
      }
      await enableStyles(mounted.remote.version, false).catch((error: unknown) =>
        reportError(error, { where: 'unmount', remote: name, version }),
      );
    }
    element().replaceChildren();
  }

  function begin(): void {
    active = { controller: new AbortController() };
    element().hidden = false;
    void show(active);
  }

  return {
    async preload(pathname) {
      try {
        const remote = await load();
        await remote.lifecycle.preload?.(pathname, document.documentElement.lang === 'en' ? 'en' : 'pt-BR');
      } catch (error) {
        // Shown and retried when the remote is mounted; `load` has reported it already.
        if (!(error instanceof LoadError))
          reportError(error, { where: 'preload', remote: name, version: wanted.version });
      }
    },
    retry() {
      if (active === undefined) return;
      loading = undefined;
      loaded = undefined;
      onPlace({ status: 'loading' });
      begin();
    },
    lifecycles: {
      bootstrap: async () => {},
      // Not awaited: single-spa must be free to route elsewhere while this remote is slow. Mounting what is mounted does nothing.
      mount: async () => {
        if (active === undefined) begin();
      },
      unmount: async () => {
        const current = active;
        active = undefined;
        if (current === undefined) return;
        element().hidden = true;
        onPlace({ status: 'idle' });
        leaving = clear(current);
      },
    },
  };
}
