import { z } from 'zod';
import { remoteNameSchema, versionNameSchema } from './integrity.ts';
import { versionSchema } from './version.ts';

/** Folder of one version as the page reaches it: `/remotes/<name>/<version>/` or the same on another origin. Ends with "/". */
export const baseSchema = z
  .string()
  .regex(/^(?:https?:\/\/[^/\s]+)?\/(?:[^\s?#]*\/)?$/, 'must be a folder address that ends with "/"');
const versionRefSchema = z.object({ version: versionNameSchema, base: baseSchema });
export type VersionRef = z.infer<typeof versionRefSchema>;

export const canarySchema = z.object({
  version: versionNameSchema,
  base: baseSchema,
  percent: z.number().min(0).max(100),
  salt: z.string(),
});

/** One numbered, immutable record of the whole set of live versions of a channel. */
export const releaseSchema = z.object({
  schema: z.literal(1),
  number: z.number().int().positive(),
  channel: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  time: z.iso.datetime(),
  by: z.string().min(1),
  reason: z.string().min(1),
  remotes: z.record(
    remoteNameSchema,
    versionRefSchema.extend({ canary: canarySchema.optional(), previous: versionRefSchema.optional() }),
  ),
  shell: versionRefSchema,
  pins: z.array(
    z.object({
      remote: remoteNameSchema,
      version: versionNameSchema,
      tenant: z.string().optional(),
      user: z.string().optional(),
    }),
  ),
  killed: z.array(z.string()),
  overrides: z.object({ roles: z.array(z.string()), origins: z.array(z.string()) }),
  signature: z.object({ key: z.string(), value: z.string() }).optional(),
});
export type Release = z.infer<typeof releaseSchema>;

/** `channels/<channel>/current.json`: moved by compare-and-swap only. `file` is relative to the channel's folder. */
export const pointerSchema = z.object({
  schema: z.literal(1),
  number: z.number().int().positive(),
  file: z.string(),
  time: z.iso.datetime(),
});
export type Pointer = z.infer<typeof pointerSchema>;

/** `channels/<channel>/site.json`: what a deployment decides, not a release. An empty API origin means "the page's own". */
export const siteSchema = z.object({ schema: z.literal(1), apiOrigin: z.union([z.literal(''), z.url()]) });
export type Site = z.infer<typeof siteSchema>;

/** What the page carries of one version: its descriptor without what the import map already holds. */
export const pageVersionSchema = versionSchema
  .pick({
    name: true,
    version: true,
    entry: true,
    preload: true,
    requires: true,
    provides: true,
    routes: true,
    slots: true,
    contract: true,
  })
  .extend({ base: baseSchema, css: z.array(z.tuple([z.string(), z.string()])) });
export type PageVersion = z.infer<typeof pageVersionSchema>;

/** The release as it is inlined in the page (`<script type="application/json" id="release">`). */
export const pageReleaseSchema = z.object({
  number: z.number().int().positive(),
  channel: z.string(),
  apiOrigin: z.string(),
  shell: versionRefSchema.extend({ shares: z.record(z.string(), z.string()) }),
  remotes: z.record(remoteNameSchema, pageVersionSchema.extend({ previous: pageVersionSchema.optional() })),
});
export type PageRelease = z.infer<typeof pageReleaseSchema>;
