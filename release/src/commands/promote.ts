import { type Release, remoteNameSchema, versionNameSchema } from '@piloto/contracts';
import { findRelease, readDescriptor, readRelease, requireCurrent } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { changesBetween, type RemoteChange } from '../manifest/diff.ts';
import { type Change, planPromotion, planRollback, versionOf } from '../manifest/plan.ts';
import type { Storage } from '../storage/storage.ts';
import type { Context } from './context.ts';
import { writeRelease } from './write-release.ts';

export type Promoted = { number: number; channel: string; changes: RemoteChange[]; dryRun: boolean };
type Common = { channel: string; reason: string; dryRun?: boolean | undefined };

/** "mfe-leads@1.4.0" as name and version. */
export function parseTarget(text: string): Change {
  const at = text.indexOf('@');
  const name = remoteNameSchema.safeParse(text.slice(0, Math.max(at, 0)));
  const version = versionNameSchema.safeParse(text.slice(at + 1));
  if (name.success && version.success) return { name: name.data, version: version.data };
  throw new ReleaseFailure(EXIT.usage, `"${text}" is not <name>@<version>, such as mfe-leads@1.4.0.`);
}

function requireReason(reason: string): void {
  if (reason.trim() === '')
    throw new ReleaseFailure(EXIT.usage, 'Say why with --reason "<text>": it stands in the history.');
}

/** Makes versions live: the next release of the channel. */
export async function promote(
  context: Context,
  targets: readonly Change[],
  options: Common & { allowSame?: boolean | undefined },
): Promise<Promoted> {
  const { storage, by, now } = context;
  const { channel, reason, allowSame = false, dryRun = false } = options;
  requireReason(reason);
  const twice = targets.find((target, i) => targets.findIndex((other) => other.name === target.name) !== i);
  if (twice !== undefined)
    throw new ReleaseFailure(EXIT.usage, `${twice.name} is named twice. Promote one version of each remote.`);
  for (const { name, version } of targets) await readDescriptor(storage, name, version);
  const { release, before } = await writeRelease(
    storage,
    channel,
    (current) => {
      const same = targets.filter(({ name, version }) => versionOf(current?.release, name) === version);
      if (!allowSame && same.length === targets.length)
        throw new ReleaseFailure(
          EXIT.refused,
          `${same.map(({ name, version }) => `${name}@${version}`).join(', ')}: live already in release ${current?.release.number}. To write a release all the same, add --allow-same.`,
        );
      return planPromotion(current?.release, targets, { channel, by, reason, time: now().toISOString() });
    },
    dryRun,
  );
  return { number: release.number, channel, changes: changesBetween(before, release), dryRun };
}

/** Writes a new release equal to an earlier one, whole or for one remote. Default: the release before the live one. */
export async function rollback(
  context: Context,
  options: Common & { to?: number | undefined; remote?: string | undefined },
): Promise<Promoted> {
  const { storage, by, now } = context;
  const { channel, reason, to, remote, dryRun = false } = options;
  requireReason(reason);
  // Fixed before the first try: a writer that is faster must not shift what "the release before" meant to the person who typed it.
  const { release: live } = await requireCurrent(storage, channel);
  const target = to === undefined ? await defaultTarget(storage, live, remote) : await findRelease(storage, live, to);
  const result = await writeRelease(
    storage,
    channel,
    (current) => {
      const from = current?.release ?? live;
      const release = planRollback(from, target, remote, { channel, by, reason, time: now().toISOString() });
      if (changesBetween(from, release).length > 0) return release;
      const what = remote === undefined ? 'The live set' : remote;
      throw new ReleaseFailure(EXIT.refused, `${what} is already as it was in release ${target.number}.`);
    },
    dryRun,
  );
  const { release } = result;
  return { number: release.number, channel, changes: changesBetween(result.before, release), dryRun };
}

/** What a rollback without a number goes back to. For one remote: the newest release in which it was another version. */
async function defaultTarget(storage: Storage, live: Release, remote: string | undefined): Promise<Release> {
  const version = remote === undefined ? undefined : versionOf(live, remote);
  if (remote !== undefined && version === undefined)
    throw new ReleaseFailure(
      EXIT.failed,
      `Release ${live.number} has no remote "${remote}". It has: ${['shell', ...Object.keys(live.remotes)].join(', ')}.`,
    );
  for (let number = live.number - 1; number >= 1; number -= 1) {
    const release = await readRelease(storage, live.channel, number);
    if (remote === undefined) return release;
    const earlier = versionOf(release, remote);
    if (earlier !== undefined && earlier !== version) return release;
  }
  throw new ReleaseFailure(
    EXIT.failed,
    remote === undefined
      ? `Release ${live.number} is the first of "${live.channel}": there is none before it.`
      : `${remote} has been ${version} in every release of "${live.channel}" that has it: there is none before it.`,
  );
}
