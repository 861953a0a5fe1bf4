import { releaseSchema, versionSchema } from '@piloto/contracts';
import { z } from 'zod';

/** The documents of a bucket as JSON Schemas, for those who write or read them without our code: `docs/contract/<name>.schema.json`. */
export function contractSchemas(): Record<'version' | 'release', string> {
  // As input: a reader has to bear fields that a later version of the contract adds.
  const schemaOf = (title: string, schema: z.ZodType): string =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`;
  return {
    version: schemaOf('version.json: one immutable version of a remote', versionSchema),
    release: schemaOf('releases/<number>.json: the whole set of live versions', releaseSchema),
  };
}
