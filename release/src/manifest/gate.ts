import { CONTRACT_VERSION, type Release, type VersionDescriptor } from '@piloto/contracts';
import satisfies from 'semver/functions/satisfies.js';

const labelOf = ({ name, version }: VersionDescriptor): string => `${name}@${version}`;

/** What speaks against one version in this shell; empty when it would run. */
export function compatibilityFindings(remote: VersionDescriptor, shell: VersionDescriptor): string[] {
  const label = labelOf(remote);
  const findings: string[] = [];
  if (remote.contract !== CONTRACT_VERSION)
    findings.push(`${label} speaks contract ${remote.contract}, this tool and its shells speak ${CONTRACT_VERSION}.`);
  const fillsSlot = (remote.slots ?? []).some((slot) => slot.fills !== undefined);
  if (remote.exposes['./remote'] === undefined && (remote.routes.length > 0 || !fillsSlot))
    findings.push(`${label} exposes no ./remote and fills no slot instead: there is nothing to show.`);
  for (const [pkg, range] of Object.entries(remote.requires)) {
    const offered = shell.shares?.[pkg];
    if (offered === undefined)
      findings.push(`${label} needs ${pkg} ${range}, which shell@${shell.version} does not share.`);
    else if (!satisfies(offered, range))
      findings.push(`${label} needs ${pkg} ${range}, shell@${shell.version} shares ${offered}.`);
  }
  return findings;
}

/** "/leads/:id" and "/leads/:lead/" answer the same addresses. */
const shapeOf = (path: string): string =>
  `/${path
    .split('/')
    .filter(Boolean)
    .map((part) => (part.startsWith(':') ? ':' : part))
    .join('/')}`;

/** What may be claimed once in a set: key and words. */
function claimsOf(remote: VersionDescriptor): [key: string, words: string][] {
  return [
    ...remote.routes.map(({ path }): [string, string] => [`path ${shapeOf(path)}`, `the path ${path}`]),
    ...(remote.slots ?? [])
      .filter(({ offers }) => offers === true)
      .map(({ id }): [string, string] => [`slot ${id}`, `the slot ${id}`]),
    ...(remote.provides?.session === undefined ? [] : [['session', 'the session'] satisfies [string, string]]),
  ];
}

function collisions(remotes: readonly VersionDescriptor[]): string[] {
  const owners = new Map<string, string>();
  const findings: string[] = [];
  for (const remote of remotes)
    for (const [key, words] of claimsOf(remote)) {
      const owner = owners.get(key);
      const label = labelOf(remote);
      owners.set(key, owner ?? label);
      if (owner === label) findings.push(`${label} claims ${words} twice.`);
      else if (owner !== undefined)
        findings.push(`${label} and ${owner} both claim ${words}. One of them must give it up.`);
    }
  return findings;
}

/** Everything that speaks against the whole set of a release; empty when it may go live. Pure: files are looked at elsewhere. */
export function gateFindings(release: Release, descriptors: ReadonlyMap<string, VersionDescriptor>): string[] {
  const get = (name: string, version: string): VersionDescriptor => {
    const found = descriptors.get(`${name}@${version}`);
    if (found === undefined) throw new Error(`The gate needs the descriptor of ${name}@${version}.`);
    return found;
  };
  const shell = get('shell', release.shell.version);
  const remotes = Object.entries(release.remotes).map(([name, { version }]) => get(name, version));
  const findings = remotes.flatMap((remote) => compatibilityFindings(remote, shell));
  if (shell.contract !== CONTRACT_VERSION)
    findings.push(`shell@${shell.version} speaks contract ${shell.contract}, this tool speaks ${CONTRACT_VERSION}.`);
  return [...findings, ...collisions(remotes)];
}
