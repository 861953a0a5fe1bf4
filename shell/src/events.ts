import type { EventBus, RemoteEvents } from '@piloto/contracts';

/** The bus between shell and remotes. A listener that throws is reported by the caller and silences nobody else. */
export function createEvents(onListenerError: (error: unknown) => void): EventBus {
  const listeners = new Map<keyof RemoteEvents, Set<(detail: never) => void>>();
  return {
    emit(type, detail) {
      for (const listener of new Set(listeners.get(type))) {
        try {
          (listener as (detail: RemoteEvents[typeof type]) => void)(detail);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    on(type, listener) {
      const set = listeners.get(type) ?? new Set();
      listeners.set(type, set);
      set.add(listener);
      return () => set.delete(listener);
    },
  };
}
