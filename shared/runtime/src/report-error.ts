/** Where a failure was caught; `remote` is filled by the shell where the reporter does not know it. */
export type FailureContext = { where: string; remote?: string; version?: string };
type Reporter = (error: unknown, context: FailureContext) => void;

let reporter: Reporter | undefined;
const waiting: [unknown, FailureContext][] = [];

/** The one seam through which every caught failure passes. Before the shell has set its reporter, failures wait. */
export function reportError(error: unknown, context: FailureContext): void {
  if (reporter === undefined) waiting.push([error, context]);
  else reporter(error, context);
}

/** Called once, by the shell. */
export function setReporter(next: Reporter): void {
  reporter = next;
  for (const [error, context] of waiting.splice(0)) next(error, context);
}
