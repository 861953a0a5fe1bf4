import { z } from 'zod';
import { guardSchema } from './guard.ts';
import {
  integritySchema,
  localizedSchema,
  relativeFileSchema,
  remoteNameSchema,
  versionNameSchema,
} from './integrity.ts';

/** The current version of the contract between shell and remotes (lifecycle, props, descriptor). */
export const CONTRACT_VERSION = 1;

/** A read of the API that the page asks for before any module runs. */
export const earlyReadSchema = z.strictObject({
  /** Path and fixed query below the API's origin; `:name` is filled from the route. */
  url: z.string().startsWith('/api/v1/'),
  /** Parameters of the page's own address that are handed on as they are, when they are there. */
  forward: z.array(z.string()).optional(),
});
export type EarlyRead = z.infer<typeof earlyReadSchema>;

export const routeSchema = z.object({
  /** As in the address bar; `:name` stands for one segment. A route owns what lies below it unless a longer one does. */
  path: z.string().regex(/^\/[A-Za-z0-9\-_/:.]*$/),
  title: localizedSchema,
  guard: guardSchema.optional(),
  nav: z
    .object({ icon: z.string(), order: z.number(), group: z.enum(['sales', 'intelligence', 'account']).optional() })
    .optional(),
  /** `plain`: the frame is not drawn around it and nobody needs to be signed in (sign-in pages). */
  frame: z.enum(['full', 'plain']).optional(),
  /** Scripts that this page needs besides `preload`, relative to the descriptor. */
  preload: z.array(relativeFileSchema).optional(),
  data: z.array(earlyReadSchema).optional(),
});
export type Route = z.infer<typeof routeSchema>;

export const slotSchema = z.object({
  id: z.string(),
  offers: z.boolean().optional(),
  fills: z.string().optional(),
  contract: z.number().int(),
  order: z.number().optional(),
  guard: guardSchema.optional(),
});

/**
 * `version.json`: all that anyone needs to know of one immutable version of a remote without running its code.
 * Files are relative to the descriptor. Written by publish, read by the release tool, the shell and ops.
 */
export const versionSchema = z.object({
  schema: z.literal(1),
  name: remoteNameSchema,
  version: versionNameSchema,
  /** The Module Federation container (`type: module`); for the shell, the script of the page. */
  entry: relativeFileSchema,
  exposes: z.record(z.string(), relativeFileSchema),
  css: z.array(relativeFileSchema),
  /** The static closure of `./remote`: what every one of its pages loads. */
  preload: z.array(relativeFileSchema),
  integrity: z.record(relativeFileSchema, integritySchema),
  /** Shared packages that the remote takes from the shell, with the range it was built against. */
  requires: z.record(z.string(), z.string()),
  /** Only in the shell's descriptor: the packages that it hands over, with their exact versions. */
  shares: z.record(z.string(), z.string()).optional(),
  uses: z.array(z.object({ operation: z.string(), hash: z.string() })).optional(),
  provides: z.object({ session: relativeFileSchema.optional() }).optional(),
  routes: z.array(routeSchema),
  slots: z.array(slotSchema).optional(),
  contract: z.number().int().positive(),
  commit: z.string(),
  builder: z.string(),
  time: z.iso.datetime(),
});
export type VersionDescriptor = z.infer<typeof versionSchema>;
