import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { codeOf } from '../failure.ts';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|manifest\+json|wasm)|image\/(?:svg\+xml|x-icon))/;

export type BucketFile = { bytes: Buffer; type: string; etag: string; compressible: boolean };

/** The object's name of a request path, or nothing when the path cannot name one of the two public areas. */
export function objectName(pathname: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(pathname).slice(1);
  } catch {
    return undefined; // a lone "%"
  }
  const segments = name.split('/');
  const isPlain = segments.every((part) => part !== '' && !part.startsWith('.') && !/[\\\0:]/.test(part));
  return isPlain && (segments[0] === 'remotes' || segments[0] === 'channels') ? name : undefined;
}

const stale = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP']);

/** Reads one object of the bucket folder. Nothing outside of it is read, links included. */
export async function readObject(bucket: string, name: string): Promise<BucketFile | undefined> {
  const path = join(bucket, ...name.split('/'));
  let stats: Stats;
  let bytes: Buffer;
  try {
    const home = await realpath(bucket);
    if ((await realpath(path)) !== join(home, ...name.split('/'))) return undefined; // a link on the way, or another case
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      stats = await file.stat();
      if (!stats.isFile()) return undefined;
      bytes = await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (stale.has(codeOf(error) ?? '')) return undefined;
    throw error;
  }
  const type = TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { bytes, type, etag, compressible: COMPRESSIBLE.test(type) };
}

/** True for a path of a page: no file ending, none of the bucket's or the API's areas. */
export function isPagePath(pathname: string): boolean {
  const first = pathname.split('/')[1] ?? '';
  if (['remotes', 'channels', 'api', 'healthz', 'readyz'].includes(first)) return false;
  return !/\.[A-Za-z0-9]{1,11}$/.test(pathname) && !pathname.split('/').some((part) => part.startsWith('.'));
}
