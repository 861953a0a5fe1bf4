export type { Context } from './commands/context.ts';
export { type Diff, diff, type HistoryEntry, history, type Status, status } from './commands/look.ts';
export { type Promoted, parseTarget, promote, rollback } from './commands/promote.ts';
export { type Published, publish, type PublishOptions } from './commands/publish.ts';
export { site } from './commands/site.ts';
export { type Verified, verify } from './commands/verify.ts';
export { EXIT, type ExitCode, ReleaseFailure } from './failure.ts';
export { openStorage } from './storage/local.ts';
export type { Storage } from './storage/storage.ts';
