/** One object as it was read: its bytes and the generation that a conditional write may name (opaque; each write makes a new one). */
export type StoredObject = { bytes: Uint8Array; generation: string };

/** The generation of what is not there. */
export const ABSENT = '0';

export type WriteOptions = {
  /** ABSENT: only when there is none. Another one: only over that generation. Left out: whatever is there. */
  ifGeneration?: string | undefined;
};

/**
 * Where versions and channels live. Behaves like Cloud Storage: a write is whole or absent, and a conditional write fails with
 * `GenerationConflict` when somebody else was faster.
 */
export type Storage = {
  /** For messages: "file:/…/bucket". */
  readonly address: string;
  read(path: string): Promise<StoredObject | undefined>;
  /** Resolves with the new generation. */
  write(path: string, bytes: Uint8Array | string, options?: WriteOptions): Promise<string>;
  /** Paths below `prefix`, sorted. */
  list(prefix: string): Promise<string[]>;
  /** The folders directly below `prefix`, sorted. */
  folders(prefix: string): Promise<string[]>;
};

/** Somebody else wrote the object since it was read. */
export class GenerationConflict extends Error {
  override name = 'GenerationConflict';
  constructor(path: string) {
    super(`${path} was written by somebody else meanwhile.`);
  }
}
