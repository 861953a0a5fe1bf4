/** A failure that the person at the keyboard can act on: shown without a stack. */
export class SetupFailure extends Error {}

const causes = [
  [
    /ENOSPC|No space left|disk quota exceeded|EDQUOT/i,
    (folder) =>
      `There is no space left on the disk of ${folder}. About 1.5 GB are needed: free some and run the command again.`,
  ],
  [
    /EACCES|EROFS|EPERM|Permission denied|Read-only file system/i,
    (folder) =>
      `No right to write in ${folder}, or in a cache folder named below. Make it yours (for instance: chown -R "$USER" "${folder}"), or use a checkout of your own.`,
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|Temporary failure in name resolution|Failed to fetch|Connection refused|Max retries|Network is unreachable|error sending request|META_FETCH_FAIL|NewConnectionError|No matching distribution/i,
    () =>
      'A package registry cannot be reached. Check the network and the proxy, and what `npm config get registry` and `pip config list` say; then run the command again, it goes on where it stopped.',
  ],
  [
    /THESE PACKAGES DO NOT MATCH THE HASHES|hash mismatch|ERR_PNPM_TARBALL_INTEGRITY|EINTEGRITY/i,
    () =>
      'A downloaded package is not the one that this repository pins (its hash differs). Nothing of it was installed. Ask who runs your package registry.',
  ],
];

/** Names the cause of a failed step when its output shows one that is known, and always ends with that output. */
export function explain(step, output, folder) {
  const lines = output.trim().split('\n').slice(-15).join('\n');
  const known = causes.find(([pattern]) => pattern.test(output));
  return new SetupFailure(
    `${step} failed. ${known ? known[1](folder) : 'What it said:'}${lines === '' ? '' : `\n\n${lines}`}`,
  );
}
