// Stands in for the shell's registry/federation.ts while developing: a remote in development is a source module of the same Vite server, so
// that Fast Refresh sees one module graph; every other remote is loaded from its release as always.
import { loadExposed as loadReleased, registerContainer as registerReleased } from '../src/registry/federation.ts';

const sources = new Map<string, string>();

export function registerContainer(name: string, entry: string, swap: boolean): void {
  if (new URL(entry).pathname === `/${name}/src/remote.tsx`) sources.set(name, entry);
  else {
    sources.delete(name);
    registerReleased(name, entry, swap);
  }
}

export async function loadExposed(name: string, expose: string): Promise<unknown> {
  const source = sources.get(name);
  return source === undefined ? loadReleased(name, expose) : import(/* @vite-ignore */ source);
}
