import type { Storage } from '../storage/storage.ts';

/** What every command runs with. `now` and `by` come from outside, so that commands are pure but for the storage. */
export type Context = {
  storage: Storage;
  /** Repository root: where `publish <name>` finds workspace packages. */
  root: string;
  by: string;
  now(): Date;
  /** One line of progress for people; silent under --json. */
  say(line: string): void;
};
