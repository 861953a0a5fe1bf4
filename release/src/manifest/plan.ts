import type { Release } from '@piloto/contracts';
import { baseOf } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';

export type Change = { name: string; version: string };
export type Authorship = { channel: string; by: string; reason: string; time: string };

export const versionOf = (release: Release | undefined, name: string): string | undefined =>
  name === 'shell' ? release?.shell.version : release?.remotes[name]?.version;

/** The release that follows `current` when `changes` are promoted. The version that a remote leaves becomes its `previous`. */
export function planPromotion(
  current: Release | undefined,
  changes: readonly Change[],
  authorship: Authorship,
): Release {
  const shell = changes.find((change) => change.name === 'shell')?.version ?? current?.shell.version;
  if (shell === undefined)
    throw new ReleaseFailure(
      EXIT.failed,
      `The first release of "${authorship.channel}" needs a shell: promote shell@<version> with the remotes.`,
    );
  const remotes: Release['remotes'] = { ...current?.remotes };
  for (const { name, version } of changes) {
    if (name === 'shell') continue;
    const before = remotes[name];
    const previous =
      before === undefined || before.version === version
        ? before?.previous
        : { version: before.version, base: before.base };
    remotes[name] = { version, base: baseOf(name, version), ...(previous !== undefined && { previous }) };
  }
  return {
    schema: 1,
    number: (current?.number ?? 0) + 1,
    ...authorship,
    remotes,
    shell: { version: shell, base: baseOf('shell', shell) },
    pins: current?.pins ?? [],
    killed: current?.killed ?? [],
    overrides: current?.overrides ?? { roles: [], origins: [] },
  };
}

/** The release that follows `current` and equals the earlier `target`, whole or for one remote. */
export function planRollback(
  current: Release,
  target: Release,
  remote: string | undefined,
  authorship: Authorship,
): Release {
  if (remote === undefined) {
    const { remotes, shell, pins, killed, overrides } = target;
    return { schema: 1, number: current.number + 1, ...authorship, remotes, shell, pins, killed, overrides };
  }
  const version = versionOf(target, remote);
  if (version === undefined)
    throw new ReleaseFailure(
      EXIT.failed,
      `Release ${target.number} has no remote "${remote}". It has: ${['shell', ...Object.keys(target.remotes)].join(', ')}.`,
    );
  return planPromotion(current, [{ name: remote, version }], authorship);
}
