import type { Release, VersionDescriptor } from '@piloto/contracts';
import { findDescriptor, paths } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { compatibilityFindings, gateFindings } from '../manifest/gate.ts';
import type { Storage } from '../storage/storage.ts';
import { damagedFiles } from './check-files.ts';

type Checked = { descriptor?: VersionDescriptor; findings: string[] };

/** Gates releases of one bucket. What was read of a version is kept: a command that has to plan again reads nothing twice. */
export class ReleaseGate {
  readonly #storage: Storage;
  readonly #checked = new Map<string, Promise<Checked>>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /**
   * Throws "refused" with every finding on the exact set, `before` being the live one. Returns the release as it may be written: a
   * previous version that would not pass by itself is left out of it, because falling back to it would fail too.
   */
  async check(release: Release, before: Release | undefined): Promise<Release> {
    const descriptors = new Map<string, VersionDescriptor>();
    const findings: string[] = [];
    const set: [string, string][] = [
      ['shell', release.shell.version],
      ...Object.entries(release.remotes).map(([name, { version }]): [string, string] => [name, version]),
    ];
    for (const [name, version] of set) {
      const checked = await this.#version(name, version);
      findings.push(...checked.findings);
      if (checked.descriptor !== undefined) descriptors.set(`${name}@${version}`, checked.descriptor);
    }
    if (descriptors.size === set.length) findings.push(...gateFindings(release, descriptors));
    if (findings.length === 0) findings.push(...(await this.#lostSession(descriptors, before)));
    if (findings.length > 0)
      throw new ReleaseFailure(EXIT.refused, 'The gate refuses this set; nothing was changed.', findings);
    return { ...release, remotes: await this.#usefulPrevious(release, descriptors) };
  }

  /** Without a session nobody could sign in: a set that had one keeps one. */
  async #lostSession(
    descriptors: ReadonlyMap<string, VersionDescriptor>,
    before: Release | undefined,
  ): Promise<string[]> {
    if ([...descriptors.values()].some(({ provides }) => provides?.session !== undefined)) return [];
    for (const [name, { version }] of Object.entries(before?.remotes ?? {}))
      if ((await this.#version(name, version)).descriptor?.provides?.session !== undefined)
        return [`No remote of the set provides the session any more (${name}@${version} does): nobody could sign in.`];
    return [];
  }

  async #usefulPrevious(
    release: Release,
    descriptors: ReadonlyMap<string, VersionDescriptor>,
  ): Promise<Release['remotes']> {
    const shell = descriptors.get(`shell@${release.shell.version}`);
    const remotes: Release['remotes'] = {};
    for (const [name, { previous, ...remote }] of Object.entries(release.remotes)) {
      remotes[name] = remote;
      if (previous === undefined || shell === undefined) continue;
      const { descriptor, findings } = await this.#version(name, previous.version);
      if (descriptor !== undefined && findings.length === 0 && compatibilityFindings(descriptor, shell).length === 0)
        remotes[name] = { ...remote, previous };
    }
    return remotes;
  }

  #version(name: string, version: string): Promise<Checked> {
    const label = `${name}@${version}`;
    const checked = this.#checked.get(label) ?? this.#read(name, version);
    this.#checked.set(label, checked);
    return checked;
  }

  async #read(name: string, version: string): Promise<Checked> {
    try {
      const descriptor = await findDescriptor(this.#storage, name, version);
      if (descriptor === undefined) return { findings: [`${paths.descriptor(name, version)} is missing.`] };
      return { descriptor, findings: await damagedFiles(this.#storage, descriptor) };
    } catch (error) {
      if (!(error instanceof ReleaseFailure) || error.code !== EXIT.integrity) throw error;
      return { findings: [error.message, ...error.findings] };
    }
  }
}
