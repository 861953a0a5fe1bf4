import { z } from 'zod';

// zod compiles object parsers with `new Function` where it may, and asks by trying: under the page's content security policy that is
// a violation report on every start. The setting is one for all copies of zod on the page.
z.config({ jitless: true });

/** A subresource-integrity value as browsers take it: `sha384-` and base64. */
export const integritySchema = z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/, 'must be sha384-<base64>');

/** A path below a version's folder: relative, forward slashes, no way out of the folder. */
export const relativeFileSchema = z
  .string()
  .min(1)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[A-Za-z0-9._\-/@+~]+$/, 'must be a relative path without ".."');

/** A remote's or package's name in the bucket: `mfe-leads`, `shell`. */
export const remoteNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'must be lower-case letters, digits and "-"');

/** A version as it stands in a URL. Semver, build metadata excluded, because "+" is not stable in URLs. */
export const versionNameSchema = z
  .string()
  .regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]{1,60})?$/, 'must be a semantic version, such as 1.4.0 or 1.4.0-a1b2c3d4');

/** A text in both languages of the product. */
export const localizedSchema = z.object({ 'pt-BR': z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof localizedSchema>;
