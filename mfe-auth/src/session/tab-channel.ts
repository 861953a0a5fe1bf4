/** What tabs of one browser tell each other. `changed`: ask the API again. `refreshed`: the cookies are new. */
export type TabMessage = 'signed-out' | 'changed' | 'refreshed';
type Envelope = { id: string; kind: TabMessage };

const NAME = 'piloto.session';

function readEnvelope(value: unknown): Envelope | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('kind' in value)) return undefined;
  const { id, kind } = value;
  const known = kind === 'signed-out' || kind === 'changed' || kind === 'refreshed';
  return typeof id === 'string' && known ? { id, kind } : undefined;
}

function parseStored(text: string | null): Envelope | undefined {
  if (text === null) return undefined;
  try {
    return readEnvelope(JSON.parse(text));
  } catch {
    return undefined; // written by something else under our name: no message of ours
  }
}

/** Storage may be refused by policy or be full; BroadcastChannel then carries the messages alone. */
function stored(): Envelope | undefined {
  try {
    return parseStored(localStorage.getItem(NAME));
  } catch {
    return undefined;
  }
}
function store(envelope: Envelope): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(envelope));
  } catch {
    // See above.
  }
}

export type TabChannel = {
  send(kind: TabMessage): void;
  /** Whether the session ended or changed hands while this page slept in the back/forward cache. True once. */
  missed(): boolean;
};

/**
 * Every message goes two ways, as a broadcast and as a storage event, and is heard once. The last one stays in the storage, as a
 * mark for pages that were asleep; it names nobody.
 */
export function openTabChannel(receive: (kind: TabMessage) => void, until?: AbortSignal): TabChannel {
  const heard = new Set<string>();
  let mark = stored()?.id;
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);

  function hear(envelope: Envelope | undefined): void {
    if (envelope === undefined || heard.has(envelope.id)) return;
    heard.add(envelope.id);
    if (envelope.kind !== 'refreshed') mark = envelope.id;
    receive(envelope.kind);
  }
  channel?.addEventListener('message', (event: MessageEvent<unknown>) => hear(readEnvelope(event.data)));
  const onStorage = (event: StorageEvent): void => {
    if (event.key === NAME) hear(parseStored(event.newValue));
  };
  addEventListener('storage', onStorage);
  until?.addEventListener('abort', () => {
    channel?.close();
    removeEventListener('storage', onStorage);
  });

  return {
    send(kind) {
      const envelope = { id: crypto.randomUUID(), kind };
      heard.add(envelope.id);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target, it is of one origin
      channel?.postMessage(envelope);
      // A refresh concerns only tabs that are awake, and needs no mark.
      if (kind === 'refreshed') return;
      mark = envelope.id;
      store(envelope);
    },
    missed() {
      const last = stored()?.id;
      const isNew = last !== undefined && last !== mark;
      mark = last ?? mark;
      return isNew;
    },
  };
}
