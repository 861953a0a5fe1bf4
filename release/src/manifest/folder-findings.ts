import { createHash } from 'node:crypto';
import type { VersionDescriptor } from '@piloto/contracts';

/** Marks that only the code of a shared package has; found in a remote, they mean a second copy at run time. */
const COPIES: [pkg: string, mark: RegExp][] = [
  [
    'react',
    /react\.transitional\.element[\s\S]{0,4000}?useSyncExternalStore\s*=\s*function|__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE\s*=/,
  ],
  ['react-dom', /__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE\s*=/],
  ['@tanstack/react-query', /No QueryClient set, use QueryClientProvider to set one/],
  ['react-router', /You cannot render a <Router> inside another <Router>/],
  ['@piloto/runtime', /useRemoteProps: render inside defineRemote/],
];

const hashOf = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** What is wrong with a folder that wants to be a version: files that lie, are missing, undeclared, or bring their own React. */
export function folderFindings(descriptor: VersionDescriptor, files: ReadonlyMap<string, Uint8Array>): string[] {
  const findings: string[] = [];
  const named = new Set([
    descriptor.entry,
    ...Object.values(descriptor.exposes),
    ...descriptor.css,
    ...descriptor.preload,
    ...descriptor.routes.flatMap((route) => route.preload ?? []),
    ...(descriptor.provides?.session === undefined ? [] : [descriptor.provides.session]),
  ]);
  for (const file of named)
    if (descriptor.integrity[file] === undefined)
      findings.push(`version.json names ${file} without an entry in "integrity".`);
  for (const [file, hash] of Object.entries(descriptor.integrity)) {
    const bytes = files.get(file);
    if (bytes === undefined) findings.push(`version.json lists ${file}, which is not in the folder.`);
    else if (hashOf(bytes) !== hash) findings.push(`${file} has other bytes than version.json says. Build again.`);
  }
  for (const file of files.keys())
    if (/\.(?:m?js|css)$/.test(file) && descriptor.integrity[file] === undefined)
      findings.push(`${file} is not listed in "integrity": the browser would refuse it.`);
  if (descriptor.name === 'shell') return findings;
  for (const [file, bytes] of files) {
    if (!/\.m?js$/.test(file)) continue;
    const text = Buffer.from(bytes).toString('utf8');
    for (const [pkg, mark] of COPIES)
      if (mark.test(text))
        findings.push(
          `${file} contains a copy of ${pkg}. The shell shares it: import it by the names in shared/tooling/src/shared-modules.ts.`,
        );
  }
  return findings;
}
