import { z } from 'zod';
import { EXIT, type ExitCode, ReleaseFailure } from './failure.ts';

/** Reads JSON that a command depends on; a broken one is named with what is wrong in it. */
export function parseJson<T>(
  schema: z.ZodType<T>,
  bytes: Uint8Array | string,
  name: string,
  code: ExitCode = EXIT.integrity,
): T {
  let value: unknown;
  try {
    value = JSON.parse(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new ReleaseFailure(code, `${name} is not JSON.`, [], { cause: error });
  }
  const result = schema.safeParse(value);
  if (!result.success)
    throw new ReleaseFailure(
      code,
      `${name} does not have the form that it must have.`,
      result.error.issues.map((issue) => `${issue.path.join('.') || '(whole)'}: ${issue.message}`),
    );
  return result.data;
}

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
