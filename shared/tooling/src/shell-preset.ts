import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { SHARED_MODULES } from './shared-modules.ts';

/** The version of `pkg` that `folder` gets, read from what is installed. */
export function installedVersion(folder: string, pkg: string): string {
  const data: unknown = JSON.parse(
    readFileSync(join(realpathSync(join(folder, 'node_modules', pkg)), 'package.json'), 'utf8'),
  );
  if (typeof data !== 'object' || data === null || !('version' in data) || typeof data.version !== 'string')
    throw new Error(`${pkg} has no version.`);
  return data.version;
}

const packageOf = (key: string): string =>
  key
    .split('/')
    .slice(0, key.startsWith('@') ? 2 : 1)
    .join('/');

/** `virtual:shared`: the singletons and their versions, as `{ key: [version, module or an object of the shared names] }`. */
function sharedModules(folder: string): Plugin {
  const source = (): string => {
    const entries = Object.entries(SHARED_MODULES);
    const imports = entries.map(([key, names], i) =>
      names === true
        ? `import * as m${i} from '${key}';`
        : `import { ${names.map((name) => `${name} as m${i}_${name}`).join(', ')} } from '${key}';`,
    );
    const members = entries.map(([key, names], i) => {
      const module = names === true ? `m${i}` : `{ ${names.map((name) => `${name}: m${i}_${name}`).join(', ')} }`;
      return `'${key}': ['${installedVersion(folder, packageOf(key))}', ${module}]`;
    });
    return `${imports.join('\n')}\nexport const shared = { ${members.join(', ')} };`;
  };
  const virtual = '\0virtual:shared';
  return {
    name: 'piloto:shared-modules',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === 'virtual:shared') return virtual;
      // The shell's own dependencies, whatever folder Vite serves from.
      return importer === virtual ? this.resolve(id, join(folder, 'src/main.tsx'), { skipSelf: true }) : undefined;
    },
    load: (id) => (id === virtual ? source() : undefined),
  };
}

/**
 * The federation runtime reads localStorage for a debug switch while it is evaluated, a synchronous call to another process on the
 * critical path. The switch is not ours to offer.
 */
function noDebugSwitch(): Plugin {
  return {
    name: 'piloto:no-federation-debug-switch',
    transform(code, id) {
      if (!id.endsWith('@module-federation/sdk/dist/env.js')) return;
      const wanted = 'isBrowserEnv() && window.localStorage';
      if (!code.includes(wanted)) this.error('The federation sdk changed: look at isBrowserDebug again.');
      return code.replace(wanted, 'false');
    },
  };
}

/** The shell is a plain Vite build: the federation runtime is in it, the federation plugin is not. */
export function shellConfig(folder: string): UserConfig {
  return {
    root: folder,
    base: './',
    plugins: [sharedModules(folder), noDebugSwitch(), react(), tailwindcss()],
    define: { FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: 'true', ENV_TARGET: '"web"' },
    build: {
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
    },
  };
}
