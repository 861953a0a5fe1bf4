/** Something that the person at the keyboard can act on: shown without a stack, exit 1. */
export class Failure extends Error {}

export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The system's code of a failed call, such as EADDRINUSE. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
