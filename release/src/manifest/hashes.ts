import { createHash } from 'node:crypto';
import type { VersionDescriptor } from '@piloto/contracts';

/** Subresource integrity as descriptors hold it. */
export const integrityOf = (bytes: Uint8Array): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

export const isScript = (file: string): boolean => /\.m?js$/.test(file);

/** Every file that the descriptor names anywhere, so that the page or the shell may ask for it. */
export function namedFiles(version: VersionDescriptor): string[] {
  return [
    ...new Set([
      version.entry,
      ...Object.values(version.exposes),
      ...version.css,
      ...version.preload,
      ...version.routes.flatMap(({ preload }) => preload ?? []),
      ...(version.provides?.session === undefined ? [] : [version.provides.session]),
      ...Object.keys(version.integrity),
    ]),
  ];
}
