import type { Plugin } from 'vite';

type ParsedModule = { id: string; importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] };
type ParseEnd = Plugin & { moduleParsed: (this: unknown, module: object) => void };

const isParseEnd = (plugin: unknown): plugin is ParseEnd =>
  typeof plugin === 'object' &&
  plugin !== null &&
  'name' in plugin &&
  plugin.name === 'parseEnd' &&
  'moduleParsed' in plugin &&
  typeof plugin.moduleParsed === 'function';

/**
 * The federation plugin keeps back the shared modules until every other module is parsed, to export only the names in use. Rollup
 * tells it at each module what that one imports; Rolldown does not, and the plugin then takes 10 ms of silence for the end: on a
 * busy machine it goes on too early, and one build in a few fails with MISSING_EXPORT. Rolldown does know the imports, under
 * another name: handed over, the wait is exact.
 */
export function withExactParsing(federation: readonly unknown[]): Plugin[] {
  const plugins = federation.flat(Number.POSITIVE_INFINITY).filter((plugin): plugin is Plugin => plugin !== null);
  const parseEnd = plugins.find(isParseEnd);
  if (parseEnd === undefined) throw new Error('The federation plugin changed: look at exact-parsing.ts again.');
  const original = parseEnd.moduleParsed;
  const resolved = (ids: readonly string[]): object[] => ids.map((id) => ({ id, external: false }));
  parseEnd.moduleParsed = function (this: unknown, module: object): void {
    const { id, importedIds, dynamicallyImportedIds } = module as ParsedModule;
    original.call(this, {
      id,
      importedIdResolutions: resolved(importedIds),
      dynamicallyImportedIdResolutions: resolved(dynamicallyImportedIds),
    });
  };
  return plugins;
}
