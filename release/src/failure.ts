/** Exit codes of the command line, the same for every command. */
export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3, conflict: 4, integrity: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure that the person at the keyboard can act on: its message says what is wrong and what to do. */
export class ReleaseFailure extends Error {
  override name = 'ReleaseFailure';
  readonly code: ExitCode;
  /** One line each, below the message. */
  readonly findings: readonly string[];
  constructor(code: ExitCode, message: string, findings: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.findings = findings;
  }
}
