import * as z from 'zod/mini';

/** Characters, as the API counts them: an emoji is one. */
export const MIN_PASSWORD = 8;
export const MAX_PASSWORD = 128;
export const lengthOf = (text: string): number => [...text].length;

const words = (missing: string) =>
  z.string().check(z.trim(), z.minLength(1, missing), z.maxLength(200, 'setup.tooLong'));

/** The form, with message keys; the API judges again, and its field errors win. */
export const setupSchema = z.object({
  organization: words('setup.organizationMissing'),
  name: words('setup.nameMissing'),
  email: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, { error: 'signIn.emailMissing', abort: true }),
      z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'setup.emailInvalid'),
    ),
  password: z.string().check(
    z.refine((value) => lengthOf(value) >= MIN_PASSWORD, 'setup.passwordShort'),
    z.refine((value) => lengthOf(value) <= MAX_PASSWORD, 'setup.passwordLong'),
  ),
});
export type SetupForm = z.infer<typeof setupSchema>;
export const SETUP_FIELDS = ['organization', 'name', 'email', 'password'] as const satisfies (keyof SetupForm)[];
