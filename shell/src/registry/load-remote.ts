import { CONTRACT_VERSION, type RemoteLifecycle } from '@piloto/contracts';
import { reportError } from '@piloto/runtime';
import satisfies from 'semver/functions/satisfies';
import { loadExposed, registerContainer } from './federation.ts';
import { classifyImport, LoadError } from './load-error.ts';
import { type RemoteVersion, release } from './release.ts';
import { loadStyles } from './styles-of.ts';
import { within } from './within.ts';

const LOAD_LIMIT = 8_000;

export type LoadedRemote = { lifecycle: RemoteLifecycle; version: RemoteVersion };

/** A mismatch would end in an obscure TypeError inside the remote: it is checked before a byte of it runs. */
function checkRequirements(version: RemoteVersion): void {
  const fail = (message: string): never => {
    throw new LoadError('requires', version.name, version.version, message);
  };
  if (version.contract !== CONTRACT_VERSION)
    fail(`speaks contract ${version.contract}, this shell speaks ${CONTRACT_VERSION}`);
  for (const [pkg, range] of Object.entries(version.requires)) {
    const offered = release.shell.shares[pkg];
    if (offered === undefined) fail(`needs ${pkg} ${range}, which this shell does not share`);
    else if (!satisfies(offered, range)) fail(`needs ${pkg} ${range}, this shell shares ${offered}`);
  }
}

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** Takes the lifecycle from named exports or from the default export. */
function asLifecycle(module: unknown, version: RemoteVersion): RemoteLifecycle {
  for (const candidate of [
    module,
    typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined,
  ]) {
    if (typeof candidate !== 'object' || candidate === null) continue;
    if ('mount' in candidate && 'unmount' in candidate && isFunction(candidate.mount) && isFunction(candidate.unmount))
      return candidate as RemoteLifecycle;
  }
  throw new LoadError('contract', version.name, version.version, './remote exposes no mount and unmount');
}

async function attempt(version: RemoteVersion, swap: boolean): Promise<LoadedRemote> {
  checkRequirements(version);
  const { name } = version;
  const entry = new URL(version.base + version.entry, location.href).href;
  // Always the same address: one with "?retry=" is not in the import map, so its integrity would not be checked.
  registerContainer(name, entry, swap);
  try {
    const [module] = await Promise.all([loadExposed(name, 'remote'), loadStyles(version)]);
    const lifecycle = asLifecycle(module, version);
    await lifecycle.bootstrap?.();
    return { lifecycle, version };
  } catch (error) {
    throw await classifyImport(error, name, version.version, entry);
  }
}

/** Loads the wanted version, once more when that fails, then the release's previous version. Rejects with the last LoadError. */
export async function loadRemote(
  wanted: RemoteVersion & { previous?: RemoteVersion | undefined },
): Promise<LoadedRemote> {
  const plan: [RemoteVersion, boolean][] = [
    [wanted, false],
    [wanted, true],
  ];
  if (wanted.previous !== undefined) plan.push([wanted.previous, true]);
  let last: unknown;
  for (const [version, swap] of plan) {
    try {
      const late = (): LoadError =>
        new LoadError('timeout', version.name, version.version, `no answer in ${LOAD_LIMIT / 1000} s`);
      return await within(attempt(version, swap), LOAD_LIMIT, late);
    } catch (error) {
      last = error;
      reportError(error, { where: 'load', remote: version.name, version: version.version });
    }
  }
  throw last;
}
