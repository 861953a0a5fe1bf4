import type { Release } from '@piloto/contracts';
import { baseOf } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';

export type Change = { name: string; version: string };
export type Authorship = { channel: string; by: string; reason: string; time: string };

export const versionOf = (release: Release | undefined, name: string): string | undefined =>
  name === 'shell' ? release?.shell.version : release?.remotes[name]?.version;

type RemoteRef = Release['remotes'][string];

/** What a set says of one remote, given what the set before it said: a changed version remembers the one that it replaced. */
function withPrevious({ version, base }: RemoteRef, before: RemoteRef | undefined): RemoteRef {
  const previous =
    before === undefined || before.version === version
      ? before?.previous
      : { version: before.version, base: before.base };
  return { version, base, ...(previous !== undefined && { previous }) };
}

function follow(
  current: Release | undefined,
  set: Pick<Release, 'remotes' | 'shell'>,
  authorship: Authorship,
): Release {
  return {
    schema: 1,
    number: (current?.number ?? 0) + 1,
    ...authorship,
    remotes: Object.fromEntries(
      Object.entries(set.remotes)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, ref]) => [name, withPrevious(ref, current?.remotes[name])]),
    ),
    shell: set.shell,
    // What ops switched off or held back stays so, also across a rollback.
    pins: current?.pins ?? [],
    killed: current?.killed ?? [],
    overrides: current?.overrides ?? { roles: [], origins: [] },
  };
}

/** The release that follows `current` when `changes` are promoted. */
export function planPromotion(
  current: Release | undefined,
  changes: readonly Change[],
  authorship: Authorship,
): Release {
  const refOf = ({ name, version }: Change) => ({ version, base: baseOf(name, version) });
  const shellChange = changes.find(({ name }) => name === 'shell');
  const shell = shellChange === undefined ? current?.shell : refOf(shellChange);
  if (shell === undefined)
    throw new ReleaseFailure(
      EXIT.refused,
      `The first release of "${authorship.channel}" needs a shell: promote shell@<version> with the remotes.`,
    );
  const remotes: Release['remotes'] = { ...current?.remotes };
  for (const change of changes) if (change.name !== 'shell') remotes[change.name] = refOf(change);
  return follow(current, { remotes, shell }, authorship);
}

/** The release that follows `current` and equals the earlier `target`, whole or for one remote. */
export function planRollback(
  current: Release,
  target: Release,
  remote: string | undefined,
  authorship: Authorship,
): Release {
  if (remote === undefined) return follow(current, target, authorship);
  if (remote === 'shell') return follow(current, { remotes: current.remotes, shell: target.shell }, authorship);
  const ref = target.remotes[remote];
  if (ref !== undefined)
    return follow(current, { shell: current.shell, remotes: { ...current.remotes, [remote]: ref } }, authorship);
  throw new ReleaseFailure(
    EXIT.failed,
    `Release ${target.number} has no remote "${remote}". It has: ${['shell', ...Object.keys(target.remotes)].join(', ')}.`,
  );
}
