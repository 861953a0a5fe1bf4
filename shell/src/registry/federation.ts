// The only place that knows which host runtime loads the containers: register, load, swap. Everything else goes through here.
import { createInstance } from '@module-federation/runtime';
import {
  CurrentGlobal,
  getGlobalFederationConstructor,
  helpers,
  ModuleFederation,
  setGlobalFederationConstructor,
  setGlobalFederationInstance,
} from '@module-federation/runtime/core';
import { shared } from 'virtual:shared';

// Remotes are built with `externalRuntime`: these are what plugin 1.23.0 reads from the core. Another version of the plugin may read
// others, so both are pinned and the end-to-end test finds out.
Object.assign(globalThis, {
  _FEDERATION_RUNTIME_CORE: {
    CurrentGlobal,
    getGlobalFederationConstructor,
    helpers,
    ModuleFederation,
    setGlobalFederationConstructor,
    setGlobalFederationInstance,
  },
});

const host = createInstance({
  name: 'shell',
  remotes: [],
  shareStrategy: 'loaded-first',
  shared: Object.fromEntries(
    Object.entries(shared).map(([key, [version, module]]) => [
      key,
      {
        version,
        lib: () => module,
        scope: 'default',
        shareConfig: { singleton: true, eager: true, requiredVersion: `^${version}` },
      },
    ]),
  ),
});

/** Makes `name` stand for the container at `entry`; `swap` forgets what was loaded under that name before. */
export function registerContainer(name: string, entry: string, swap: boolean): void {
  host.registerRemotes([{ name, entry, type: 'module' }], { force: swap });
}

/** Loads what `name` exposes as `./<expose>`. */
export async function loadExposed(name: string, expose: string): Promise<unknown> {
  return host.loadRemote(`${name}/${expose}`);
}
