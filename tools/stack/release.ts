import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Context, openStorage, promote, publish, ReleaseFailure, site, status } from '@piloto/release';
import { z } from 'zod';
import { codeOf, Failure } from '../failure.ts';
import { ROOT } from '../root.ts';
import type { Build } from './builds.ts';

export const CHANNEL = 'production';
const promotedSchema = z.record(z.string(), z.string());
type Promoted = z.infer<typeof promotedSchema>;

export type ReleaseOptions = {
  builds: readonly Build[];
  bucket: string;
  home: string;
  apiOrigin: string;
  report: (line: string) => void;
};

function readPromoted(file: string): Promoted {
  try {
    return promotedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? 'npm start'; // a user number without a name, as in some containers
  }
}

/** The live version of each package, empty before the first release. */
async function liveVersions(context: Context, bucket: string): Promise<Promoted> {
  if (!existsSync(join(bucket, 'channels', CHANNEL, 'current.json'))) return {};
  const { shell, remotes } = await status(context, CHANNEL);
  return {
    shell: shell.version,
    ...Object.fromEntries(Object.entries(remotes).map(([name, { version }]) => [name, version])),
  };
}

/**
 * Publishes the builds and promotes, in one release, those that differ from what `npm start` promoted before. What ops decided since,
 * a rollback for instance, is thereby left alone until the package itself changes.
 */
export async function releaseBuilds({ builds, bucket, home, apiOrigin, report }: ReleaseOptions): Promise<void> {
  const file = join(home, 'promoted.json');
  const storage = openStorage(`file:${bucket}`);
  const context: Context = { storage, root: ROOT, by: userName(), now: () => new Date(), say: report };
  try {
    const live = await liveVersions(context, bucket);
    const before = Object.keys(live).length === 0 ? {} : readPromoted(file);
    const changed = builds.filter(({ name, version }) => before[name] !== version);
    for (const { folder } of changed) await publish(context, folder);
    await site(context, CHANNEL, apiOrigin);
    const targets = changed.filter(({ name, version }) => live[name] !== version);
    if (targets.length > 0) {
      const names = targets.map(({ name, version }) => ({ name, version }));
      const { number } = await promote(context, names, { channel: CHANNEL, reason: 'npm start: the packages changed' });
      report(`Release ${number}: ${targets.map(({ name, version }) => `${name}@${version}`).join(', ')}`);
    }
    if (changed.length > 0)
      writeFileSync(file, JSON.stringify(Object.fromEntries(builds.map(({ name, version }) => [name, version]))));
  } catch (error) {
    if (!(error instanceof ReleaseFailure)) throw error;
    throw new Failure([error.message, ...error.findings.map((finding) => `  - ${finding}`)].join('\n'));
  }
}
