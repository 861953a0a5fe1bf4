import { z } from 'zod';
import { readDescriptor, requireCurrent } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { type RemoteChange, changesBetween } from '../manifest/diff.ts';
import { type Change, planPromotion, planRollback, versionOf } from '../manifest/plan.ts';
import { readRelease } from '../bucket.ts';
import type { Context } from './context.ts';
import { writeRelease } from './write-release.ts';

export type Promoted = { number: number; channel: string; changes: RemoteChange[]; dryRun: boolean };
type Common = { channel: string; reason: string; dryRun?: boolean | undefined };

const targetSchema = z.string().regex(/^[a-z][a-z0-9-]*@\S+$/);

/** "mfe-leads@1.4.0" as name and version. */
export function parseTarget(text: string): Change {
  if (!targetSchema.safeParse(text).success)
    throw new ReleaseFailure(EXIT.usage, `"${text}" is not <name>@<version>, such as mfe-leads@1.4.0.`);
  const at = text.indexOf('@');
  return { name: text.slice(0, at), version: text.slice(at + 1) };
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
  const number = to ?? live.number - 1;
  if (number < 1)
    throw new ReleaseFailure(
      EXIT.failed,
      `Release ${live.number} is the first of "${channel}": there is none before it.`,
    );
  const target = await readRelease(storage, channel, number);
  const { release, before } = await writeRelease(
    storage,
    channel,
    (current) =>
      planRollback((current ?? { release: live }).release, target, remote, {
        channel,
        by,
        reason,
        time: now().toISOString(),
      }),
    dryRun,
  );
  return { number: release.number, channel, changes: changesBetween(before, release), dryRun };
}
