import type { Finding } from './source.ts';

/** Folders of the root (docs/architecture.md); a new one needs an ADR. */
const TOP_LEVEL = new Set([
  '.ci',
  '.github',
  'api',
  'bench',
  'docs',
  'e2e',
  'infra',
  'release',
  'shared',
  'shell',
  'simulators',
  'tools',
]);
const JUNK = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types']);
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.(?:tsx?|mjs|mts)$/;
const GENERATED = /\.gen\.ts$|\/generated\//;

export function checkTree(file: string): Finding[] {
  const findings: Finding[] = [];
  const parts = file.split('/');
  const [top = ''] = parts;
  const name = parts.at(-1) ?? '';
  if (parts.length > 1 && !TOP_LEVEL.has(top) && !/^mfe-[a-z0-9-]+$/.test(top))
    findings.push({
      file,
      line: 1,
      message: `stands in the new top-level folder "${top}". Use one of those in docs/architecture.md, or write an ADR and add it to tools/layout/tree.ts.`,
    });
  if (GENERATED.test(file)) return findings;
  const junk = [...parts.slice(0, -1), name.split('.')[0] ?? ''].find((part) => JUNK.has(part.toLowerCase()));
  if (junk !== undefined)
    findings.push({
      file,
      line: 1,
      message: `is in a folder or file named "${junk}", which says nothing of what belongs there. Name it after what it holds or does.`,
    });
  if (/\.(?:tsx?|mjs|mts)$/.test(name) && !KEBAB.test(name))
    findings.push({
      file,
      line: 1,
      message: 'has a name that is not kebab-case. Rename it: file systems differ in upper and lower case.',
    });
  return findings;
}

const PATTERNS: [RegExp, string][] = [
  [
    /https?:\/\/[^\s'"`)]*(?:registry\.(?:npmjs|yarnpkg)|npm\.pkg\.github|pypi\.org|pythonhosted|artifactory|jfrog|nexus|verdaccio)[^\s'"`)]*/i,
    'names a package registry. Which registry is used is decided by the machine, not by this repository',
  ],
  [
    /(?<![\w.])\/(?:home|Users)\/[a-z][\w.-]*\//,
    'names a folder of one machine. Use a path relative to the repository, or a setting',
  ],
  [
    /(?<![\w.])\/(?:root|work)\/[\w.-]+/,
    'names a folder of one machine. Use a path relative to the repository, or a setting',
  ],
  [
    /\.\.\/shared\/(?:design|skeleton|reference|hooks)\b/,
    'names a folder outside the repository that others do not have',
  ],
];
const REAL_DATA = /\.\.\/shared\/data\b/;

/** Nothing of the machine on which a file was written. */
export function checkPlaces(file: string, source: string): Finding[] {
  if (file.startsWith('tools/layout/')) return []; // the patterns themselves, and their tests
  const findings = source.split('\n').flatMap((text, i) =>
    PATTERNS.flatMap(([pattern, message]) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [{ file, line: i + 1, message: `"${found}" ${message}.` }];
    }),
  );
  if (REAL_DATA.test(source) && !source.includes('PILOTO_REAL_DATA'))
    findings.push({
      file,
      line: 1,
      message: 'names the folder of real data. Only the real-data tests may read it, through PILOTO_REAL_DATA.',
    });
  return findings;
}
