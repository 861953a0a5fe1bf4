import { CONTRACT_VERSION, type Release, type VersionDescriptor } from '@piloto/contracts';
import satisfies from 'semver/functions/satisfies.js';

export type DescriptorOf = (name: string, version: string) => VersionDescriptor;

/** Everything that speaks against the whole set of a release; empty when it may go live. Pure: files are looked at elsewhere. */
export function gateFindings(release: Release, descriptorOf: DescriptorOf): string[] {
  const shell = descriptorOf('shell', release.shell.version);
  const findings: string[] = [];
  const owners = new Map<string, string>();
  let sessions = 0;
  for (const [name, { version }] of Object.entries(release.remotes)) {
    const remote = descriptorOf(name, version);
    const label = `${name}@${version}`;
    findings.push(...compatibilityFindings(label, remote, shell));
    if (remote.provides?.session !== undefined) sessions += 1;
    for (const { path } of remote.routes) {
      const shape = path.replace(/:\w+/g, ':');
      const owner = owners.get(shape);
      if (owner !== undefined && owner !== name)
        findings.push(`${label} and ${owner} both claim the path ${path}. One of them must give it up.`);
      owners.set(shape, name);
    }
  }
  if (sessions === 0)
    findings.push(
      'No remote of the set provides the session (provides.session): nobody could sign in. Promote mfe-auth with the others.',
    );
  if (sessions > 1) findings.push('More than one remote provides the session. Only one may.');
  return findings;
}

function compatibilityFindings(label: string, remote: VersionDescriptor, shell: VersionDescriptor): string[] {
  const findings: string[] = [];
  if (remote.contract !== CONTRACT_VERSION)
    findings.push(`${label} speaks contract ${remote.contract}, this tool and its shells speak ${CONTRACT_VERSION}.`);
  if (remote.contract !== shell.contract)
    findings.push(`${label} speaks contract ${remote.contract}, shell@${shell.version} speaks ${shell.contract}.`);
  if (remote.exposes['./remote'] === undefined && !(remote.slots ?? []).some((slot) => slot.fills !== undefined))
    findings.push(`${label} exposes no ./remote and fills no slot: there is nothing to show.`);
  for (const [pkg, range] of Object.entries(remote.requires)) {
    const offered = shell.shares?.[pkg];
    if (offered === undefined)
      findings.push(`${label} needs ${pkg} ${range}, which shell@${shell.version} does not share.`);
    else if (!satisfies(offered, range))
      findings.push(`${label} needs ${pkg} ${range}, shell@${shell.version} shares ${offered}.`);
  }
  return findings;
}
