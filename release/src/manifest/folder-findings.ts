import type { VersionDescriptor } from '@piloto/contracts';
import { checkTemplate } from '../page/template.ts';
import { bundledCopies } from './bundled-copies.ts';
import { integrityOf, isScript, namedFiles } from './hashes.ts';

function hashFindings(descriptor: VersionDescriptor, files: ReadonlyMap<string, Uint8Array>): string[] {
  const findings: string[] = [];
  for (const file of namedFiles(descriptor)) {
    const bytes = files.get(file);
    const hash = descriptor.integrity[file];
    if (bytes === undefined) findings.push(`version.json names ${file}, which is not in the folder.`);
    else if (hash === undefined) findings.push(`version.json names ${file} without an entry in "integrity".`);
    else if (integrityOf(bytes) !== hash) findings.push(`${file} has other bytes than version.json says. Build again.`);
  }
  const named = new Set(namedFiles(descriptor));
  for (const file of files.keys())
    if (/\.(?:m?js|css)$/.test(file) && !named.has(file))
      findings.push(`${file} is not listed in "integrity": the browser would refuse it.`);
  return findings;
}

function shellFindings(descriptor: VersionDescriptor, template: Uint8Array | undefined): string[] {
  const findings = descriptor.shares === undefined ? ['version.json of a shell needs "shares".'] : [];
  if (template === undefined) return [...findings, 'index.html is missing: a shell brings the template of the page.'];
  return [...findings, ...checkTemplate(Buffer.from(template).toString('utf8'))];
}

function copyFindings(files: ReadonlyMap<string, Uint8Array>): string[] {
  return [...files]
    .filter(([file]) => isScript(file))
    .flatMap(([file, bytes]) =>
      bundledCopies(Buffer.from(bytes).toString('utf8')).map(
        (pkg) =>
          `${file} contains a copy of ${pkg}. The shell shares it: import it by the names in shared/tooling/src/shared-modules.ts.`,
      ),
    );
}

/** What is wrong with a folder that wants to be a version: files that lie, are missing, undeclared, or bring their own React. */
export function folderFindings(descriptor: VersionDescriptor, files: ReadonlyMap<string, Uint8Array>): string[] {
  return [
    ...hashFindings(descriptor, files),
    ...(descriptor.name === 'shell' ? shellFindings(descriptor, files.get('index.html')) : copyFindings(files)),
  ];
}
