import { posix } from 'node:path';
import { type Finding, importsOf } from './source.ts';

/** Which workspace packages a package may import; what is not listed may import none. `*` stands for every remote. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'shared/contracts': [],
  'shared/ui': [],
  'shared/api-client': ['shared/contracts'],
  'shared/runtime': ['shared/contracts', 'shared/ui', 'shared/api-client'],
  'shared/testing': ['shared/contracts', 'shared/ui', 'shared/api-client', 'shared/runtime'],
  'shared/tooling': ['shared/contracts'],
  shell: ['shared/contracts', 'shared/ui', 'shared/api-client', 'shared/runtime'],
  'mfe-*': ['shared/contracts', 'shared/ui', 'shared/api-client', 'shared/runtime'],
  release: ['shared/contracts', 'shared/tooling'],
  tools: ['shared/contracts', 'shared/tooling', 'release'],
  bench: ['shared/contracts', 'shared/tooling', 'release', 'tools', 'e2e'],
  e2e: ['shared/contracts'],
  simulators: [],
};
/** Node programs of this repository reach each other by path; what is shipped to browsers goes through package names. */
const BY_PATH = new Set(['release', 'tools', 'bench']);
const ONLY_ZOD = 'shared/contracts';

const RANKS = ['own files', 'features', 'pages', 'routes', 'remote'] as const;

/** The workspace package that a file belongs to: `shared/ui`, `mfe-leads`, `shell`; nothing for files of the root. */
export function packageOf(file: string): string | undefined {
  const [first = '', second] = file.split('/');
  if (second === undefined) return undefined;
  return first === 'shared' ? `shared/${second}` : first;
}
const ruleOf = (pkg: string): readonly string[] => MAY_IMPORT[pkg.startsWith('mfe-') ? 'mfe-*' : pkg] ?? [];

const isTest = (file: string): boolean => /\.(?:test|spec)\.tsx?$/.test(file) || /\/(?:test|testing)\//.test(file);
const isConfig = (file: string): boolean => /(?:^|\/)[\w-]+\.config\.ts$/.test(file);
/** The stand-alone host of a remote: development only, never shipped. */
const isDevHost = (file: string): boolean => /^mfe-[\w-]+\/src\/dev(?:\/|\.tsx?$)/.test(file);

function packageOfSpecifier(specifier: string, file: string): string | undefined {
  if (specifier.startsWith('.')) return packageOf(posix.join(posix.dirname(file), specifier));
  const piloto = /^@piloto\/([\w-]+)/.exec(specifier)?.[1];
  if (piloto !== undefined) return ['release', 'tools', 'bench', 'e2e'].includes(piloto) ? piloto : `shared/${piloto}`;
  return /^(mfe-[\w-]+|shell)(?:\/|$)/.exec(specifier)?.[1];
}

function rankOf(file: string): { rank: number; feature?: string } {
  const inside = file.split('/').slice(2);
  const [first = '', second = ''] = inside;
  if (/^remote\.tsx?$/.test(first)) return { rank: 4 };
  if (/^routes\.tsx?$/.test(first)) return { rank: 3 };
  if (first === 'pages') return { rank: 2 };
  if (first === 'features') return { rank: 1, feature: second };
  return { rank: 0 };
}

function checkPackages(file: string, line: number, specifier: string): Finding | undefined {
  const from = packageOf(file);
  const to = packageOfSpecifier(specifier, file);
  if (from === undefined || to === undefined || from === to) {
    const external = !specifier.startsWith('.') && to === undefined;
    if (from === ONLY_ZOD && external && specifier !== 'zod' && !isTest(file))
      return {
        file,
        line,
        message: `imports "${specifier}", but contracts may import zod only: they are what every deployable and the release tool agree on. Move the code to the package that needs it.`,
      };
    return undefined;
  }
  const extra = [
    ...(isTest(file) || isDevHost(file) ? ['shared/testing'] : []),
    ...(isConfig(file) ? ['shared/tooling'] : []),
  ];
  if (!ruleOf(from).includes(to) && !extra.includes(to)) {
    const why =
      from.startsWith('mfe-') || to.startsWith('mfe-') || to === 'shell'
        ? 'remotes and shell are deployed apart and know each other only through the release'
        : 'the arrows of docs/architecture.md keep the packages free of cycles';
    return {
      file,
      line,
      message: `imports "${specifier}" (${to}), which ${from} may not import: ${why}. Allowed: ${ruleOf(from).join(', ') || 'no workspace package'}. Move what both need to shared/, or pass it through the contract.`,
    };
  }
  if (specifier.startsWith('.') && !BY_PATH.has(from))
    return {
      file,
      line,
      message: `reaches into ${to} by "${specifier}". Import it by its package name, so that only what it exports can be used.`,
    };
  return undefined;
}

function checkRooms(file: string, line: number, specifier: string): Finding | undefined {
  if (!/^mfe-[\w-]+\/src\//.test(file) || !specifier.startsWith('.') || isTest(file) || isDevHost(file))
    return undefined;
  const target = posix.join(posix.dirname(file), specifier);
  if (packageOf(target) !== packageOf(file)) return undefined;
  const [from, to] = [rankOf(file), rankOf(target)];
  if (from.feature !== undefined && to.feature !== undefined && from.feature !== to.feature)
    return {
      file,
      line,
      message: `the feature "${from.feature}" imports the feature "${to.feature}". Compose both in a page, or move what they share to shared/.`,
    };
  if (to.rank > from.rank)
    return {
      file,
      line,
      message: `${RANKS[from.rank]} import ${RANKS[to.rank]} ("${specifier}"); imports go remote → routes → pages → features only. Turn the dependency round, or move the code down.`,
    };
  return undefined;
}

/** Who may import whom (docs/architecture.md). */
export function checkArrows(file: string, source: string): Finding[] {
  if (packageOf(file) === undefined) return [];
  return importsOf(file, source).flatMap(({ text, line }) => {
    const finding = checkPackages(file, line, text) ?? checkRooms(file, line, text);
    return finding === undefined ? [] : [finding];
  });
}
