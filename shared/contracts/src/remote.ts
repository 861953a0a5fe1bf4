import type { Session } from './session.ts';

export type Locale = 'pt-BR' | 'en';
export type Theme = 'light' | 'dark';

/** What remotes and shell tell each other. Additive only: a new member is compatible, a changed one is a new contract. */
export type RemoteEvents = {
  /** One toaster, the shell's. `undo` draws "Desfazer" for 8 s; errors stay until closed. */
  toast: {
    tone: 'success' | 'error' | 'info';
    title: string;
    detail?: string;
    undo?: { label: string; run: () => void };
  };
  /** Spoken once by the shell's live region. */
  announce: { text: string };
  /** The title of the current view; the shell puts the product's name behind it. */
  title: { text: string };
  /** The user changed a preference; the shell applies it and every mounted remote hears of it. */
  preference: { locale?: Locale; theme?: Theme | 'system' };
  /** A failure that the remote caught. The shell attributes and reports it. */
  failure: { error: unknown; where: string };
};
export type EventBus = {
  emit<K extends keyof RemoteEvents>(type: K, detail: RemoteEvents[K]): void;
  on<K extends keyof RemoteEvents>(type: K, listener: (detail: RemoteEvents[K]) => void): () => void;
};

/** Held by the shell: while anything is registered, every way out of the page asks first. */
export type UnsavedRegistry = { set(id: string, label: string): void; clear(id: string): void };

/** A value that changes over time: read it now, or listen. */
export type Observable<T> = { get(): T; subscribe(listener: (value: T) => void): () => void };

export type RemoteProps = {
  domElement: HTMLElement;
  /** Prefix of every page's path; "" unless the dashboard lives below a folder. */
  basePath: string;
  locale: Observable<Locale>;
  theme: Observable<Theme>;
  session: Session;
  navigate(to: string, options?: { replace?: boolean }): void;
  events: EventBus;
  unsaved: UnsavedRegistry;
  /** Aborted when the remote is unmounted. */
  signal: AbortSignal;
};

/** What a remote exposes as `./remote`, as named exports or as the default export. Every call returns a promise. */
export type RemoteLifecycle = {
  bootstrap?(): Promise<void>;
  /** Loads what the page at `pathname` needs, without drawing. Called before mount and on hover of a link. */
  preload?(pathname: string, locale: Locale): Promise<void>;
  mount(props: RemoteProps): Promise<void>;
  unmount(props: RemoteProps): Promise<void>;
};
