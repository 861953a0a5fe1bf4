import { releaseSchema, versionNameSchema } from '@piloto/contracts';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import {
  type Context,
  diff,
  EXIT,
  type ExitCode,
  history,
  openStorage,
  parseTarget,
  promote,
  publish,
  ReleaseFailure,
  rollback,
  site,
  status,
  verify,
} from './index.ts';
import { sayChange } from './manifest/diff.ts';
import type { Promoted } from './commands/promote.ts';

/** What the command line takes from its surroundings; tests give their own. */
export type Surroundings = {
  root: string;
  bucket: string;
  by: string;
  out(text: string): void;
  err(text: string): void;
};
type Shared = { bucket: string; json?: boolean; by: string; channel: string };

/** One folder below `channels/`: a name with dots or slashes would lead elsewhere. */
const channelName = (text: string): string => {
  if (!releaseSchema.shape.channel.safeParse(text).success)
    throw new InvalidArgumentError(`"${text}" is not a channel: small letters, digits and hyphens, such as pr-123.`);
  return text;
};
const versionName = (text: string): string => {
  const result = versionNameSchema.safeParse(text);
  if (!result.success)
    throw new InvalidArgumentError('It must be a semantic version, such as 1.4.0 or 1.4.0-a1b2c3d4.');
  return result.data;
};
const number = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
};

/** Runs the release tool with `args` and gives its exit code. Messages go to `err`, results to `out`. */
export async function runCli(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const program = new Command('release')
    .description('Publishes versions of remotes and decides which are live.')
    .exitOverride()
    .configureOutput({ writeOut: around.out, writeErr: around.err })
    .showHelpAfterError('(add --help for examples)');

  const context = ({ bucket, json, by }: Shared): Context => ({
    storage: openStorage(bucket),
    root: around.root,
    by,
    now: () => new Date(),
    say: (line) => json !== true && around.err(`${line}\n`),
  });
  const show = (options: Shared, value: unknown, lines: readonly string[]): void =>
    around.out(options.json === true ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
  const add = (name: string, description: string, example: string): Command =>
    program
      .command(name)
      .description(description)
      .addOption(new Option('--bucket <address>', 'file:<folder>').default(around.bucket))
      .addOption(new Option('--by <name>', 'who does it, for the history').default(around.by))
      .option('--channel <name>', 'the channel', channelName, 'production')
      .option('--json', 'the result as JSON')
      .addHelpText('after', `\nExample:\n  npm run release -- ${example}`);
  const sayPromoted = ({ number: n, channel, changes, dryRun }: Promoted): string[] => [
    dryRun ? `Would write release ${n} of ${channel}:` : `Release ${n} of ${channel} is live:`,
    ...(changes.length === 0 ? ['  the same versions as before'] : changes.map((change) => `  ${sayChange(change)}`)),
  ];

  add(
    'publish <remote>',
    'Uploads one immutable version: a workspace package by name (built first), or a folder with a version.json.',
    'publish mfe-leads',
  )
    .option('--version <version>', "default: the package's version and its content's hash", versionName)
    .action(async (remote: string, options: Shared & { version?: string }) => {
      const result = await publish(context(options), remote, { version: options.version });
      show(options, result, [`${result.name}@${result.version}: ${result.status} (${result.files} files).`]);
    });
  add(
    'promote <versions...>',
    'Makes versions live: writes the next release of the channel.',
    'promote mfe-leads@1.4.0 --reason "New import"',
  )
    .requiredOption('--reason <text>', 'why, for the history')
    .option('--allow-same', 'write a release even when nothing changes')
    .option('--dry-run', 'check everything, change nothing')
    .action(async (versions: string[], options: Shared & { reason: string; allowSame?: boolean; dryRun?: boolean }) => {
      const result = await promote(context(options), versions.map(parseTarget), options);
      show(options, result, sayPromoted(result));
    });
  add(
    'rollback',
    'Writes a new release equal to an earlier one (default: the one before), whole or for one remote.',
    'rollback --remote mfe-leads --reason "Import is broken"',
  )
    .requiredOption('--reason <text>', 'why, for the history')
    .option('--to <number>', 'the release to go back to', number)
    .option('--remote <name>', 'only this remote')
    .option('--dry-run', 'check everything, change nothing')
    .action(async (options: Shared & { reason: string; to?: number; remote?: string; dryRun?: boolean }) => {
      const result = await rollback(context(options), options);
      show(options, result, sayPromoted(result));
    });
  add('status', 'The live release.', 'status').action(async (options: Shared) => {
    const result = await status(context(options), options.channel);
    show(options, result, [
      `Release ${result.number} of ${result.channel}, ${result.time}, by ${result.by}: ${result.reason}`,
      `  shell ${result.shell.version}`,
      ...Object.entries(result.remotes).map(
        ([name, { version, previous }]) =>
          `  ${name} ${version}${previous === undefined ? '' : ` (before: ${previous})`}`,
      ),
    ]);
  });
  add('history', 'Releases, newest first.', 'history --limit 5')
    .option('--limit <n>', 'how many (default: all)', number)
    .action(async (options: Shared & { limit?: number }) => {
      const entries = await history(context(options), options.channel, options.limit);
      show(
        options,
        entries,
        entries.map(
          (e) =>
            `${e.number}  ${e.time}  ${e.by}: ${e.reason} [${e.changes.map(sayChange).join('; ') || 'same versions'}]`,
        ),
      );
    });
  add('diff <from> <to>', 'What differs between two releases.', 'diff 7 8').action(
    async (from: string, to: string, options: Shared) => {
      const result = await diff(context(options), options.channel, number(from), number(to));
      show(
        options,
        result,
        result.changes.length === 0
          ? ['No version differs.']
          : result.changes.flatMap(({ words, details }) => [words, ...details.map((line) => `  ${line}`)]),
      );
    },
  );
  add('verify', 'Proves every byte of the live release, its page and its numbering.', 'verify').action(
    async (options: Shared) => {
      const result = await verify(context(options), options.channel);
      if (options.json === true || result.ok)
        show(options, result, [
          `Release ${result.number} of ${result.channel}: ${result.files} files, ${result.releases} releases and the page are as published.`,
        ]);
      if (!result.ok)
        throw new ReleaseFailure(
          EXIT.integrity,
          `Channel "${result.channel}", release ${result.number}: not what was published.`,
          result.findings,
        );
    },
  );
  add(
    'site',
    'Says where the API is, and writes the page of the channel again.',
    'site --api-origin https://api.example.com',
  )
    .option('--api-origin <origin>', '"" when the API answers on the page\'s own origin')
    .action(async (options: Shared & { apiOrigin?: string }) => {
      const result = await site(context(options), options.channel, options.apiOrigin);
      show(options, result, [
        result.apiOrigin === '' ? "The API is on the page's own origin." : `The API is at ${result.apiOrigin}.`,
      ]);
    });

  if (args.length === 0) {
    around.out(program.helpInformation());
    return EXIT.done;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof ReleaseFailure) {
      around.err(`${error.message}\n${error.findings.map((finding) => `  - ${finding}\n`).join('')}`);
      return error.code;
    }
    throw error;
  }
}
