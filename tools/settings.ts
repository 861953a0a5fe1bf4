import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** A setting that cannot be used. The programs show its message and exit with 2. */
export class BadSetting extends Error {}

const port = z.coerce.number().int().min(1).max(65535);

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).hostname !== '';
}
const origin = z
  .string()
  .refine((value) => isUrl(value, ['http:', 'https:']) && ['', '/'].includes(value.replace(new URL(value).origin, '')))
  .transform((value) => new URL(value).origin);

const variables = {
  APP_PORT: { schema: port.default(4100), allowed: 'a port number from 1 to 65535' },
  API_PORT: { schema: port.default(4101), allowed: 'a port number from 1 to 65535' },
  PILOTO_HOME: { schema: z.string().default('.piloto'), allowed: 'a folder' },
  DATABASE_URL: {
    schema: z
      .string()
      .refine((value) => isUrl(value, ['postgresql:', 'postgres:']) && new URL(value).pathname.length > 1)
      .optional(),
    allowed: 'postgresql://user:password@host:port/database',
  },
  REDIS_URL: {
    schema: z
      .string()
      .refine((value) => isUrl(value, ['redis:', 'rediss:']))
      .optional(),
    allowed: 'redis://host:port/number',
  },
  PUBLIC_APP_URL: { schema: origin.optional(), allowed: 'an origin such as http://localhost:4100, without a path' },
  PUBLIC_API_URL: { schema: origin.optional(), allowed: 'an origin such as http://localhost:4101, without a path' },
  LOG_FORMAT: { schema: z.enum(['text', 'json']).default('text'), allowed: 'text or json' },
};

export type Settings = {
  appPort: number;
  apiPort: number;
  /** Absolute. */
  home: string;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  appUrl: string;
  apiUrl: string;
  logFormat: 'text' | 'json';
};

/** The file's variables below the process's own: what is set in the shell wins. An empty value counts as not set. */
export function readEnvironment(root: string, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const file = join(root, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const all = { ...fromFile, ...env };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));
}

/** Checks the environment. The value itself stays out of the message: it may hold a password. */
export function parseSettings(root: string, env: NodeJS.ProcessEnv, { oneOrigin = false } = {}): Settings {
  const problems: string[] = [];
  const read = <T>(name: keyof typeof variables, schema: z.ZodType<T>): T | undefined => {
    const result = schema.safeParse(env[name]);
    if (result.success) return result.data;
    problems.push(`${name} has a value that is not allowed; allowed: ${variables[name].allowed}`);
    return undefined;
  };
  const appPort = read('APP_PORT', variables.APP_PORT.schema) ?? 0;
  const apiPort = read('API_PORT', variables.API_PORT.schema) ?? 0;
  const home = read('PILOTO_HOME', variables.PILOTO_HOME.schema) ?? '';
  const databaseUrl = read('DATABASE_URL', variables.DATABASE_URL.schema);
  const redisUrl = read('REDIS_URL', variables.REDIS_URL.schema);
  const appUrl = read('PUBLIC_APP_URL', variables.PUBLIC_APP_URL.schema) ?? `http://localhost:${appPort}`;
  const apiUrl = read('PUBLIC_API_URL', variables.PUBLIC_API_URL.schema) ?? `http://localhost:${apiPort}`;
  const logFormat = read('LOG_FORMAT', variables.LOG_FORMAT.schema) ?? 'text';
  if (problems.length === 0 && appPort === apiPort)
    problems.push(`APP_PORT and API_PORT are both ${appPort}; allowed: two different ports`);
  if (problems.length > 0) throw new BadSetting(problems.join('\n'));
  return {
    appPort,
    apiPort,
    home: isAbsolute(home) ? home : join(root, home),
    databaseUrl,
    redisUrl,
    appUrl,
    // One origin: the browser reaches the API below the app's address, whatever PUBLIC_API_URL says for two.
    apiUrl: oneOrigin ? appUrl : apiUrl,
    logFormat,
  };
}
