import { z } from 'zod';

/** Characters, as the API counts them: an emoji is one. */
export const MIN_PASSWORD = 8;
export const MAX_PASSWORD = 128;
export const lengthOf = (text: string): number => [...text].length;

/** The form, with message keys; the API judges again, and its field errors win. */
export const setupSchema = z.object({
  organization: z.string().trim().min(1, 'setup.organizationMissing').max(200, 'setup.tooLong'),
  name: z.string().trim().min(1, 'setup.nameMissing').max(200, 'setup.tooLong'),
  email: z
    .string()
    .trim()
    .min(1, 'signIn.emailMissing')
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'setup.emailInvalid'),
  password: z
    .string()
    .refine((value) => lengthOf(value) >= MIN_PASSWORD, 'setup.passwordShort')
    .refine((value) => lengthOf(value) <= MAX_PASSWORD, 'setup.passwordLong'),
});
export type SetupForm = z.infer<typeof setupSchema>;
export const SETUP_FIELDS = ['organization', 'name', 'email', 'password'] as const satisfies (keyof SetupForm)[];
