import { randomBytes } from 'node:crypto';

/** Tells the data of this run of a test from those of another on the same stack. */
export const unique = (): string => randomBytes(3).toString('hex');
