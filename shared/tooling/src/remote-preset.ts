import { basename, join } from 'node:path';
import { federation } from '@module-federation/vite';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { withExactParsing } from './exact-parsing.ts';
import { SHARED_MODULES } from './shared-modules.ts';

/** Refuses an import of a name that the shell does not hand over: it would be `undefined` at run time. */
function onlySharedNames(): Plugin {
  return {
    name: 'piloto:only-shared-names',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !/\.[jt]sx?$/.test(id)) return;
      for (const [, names, from] of code.matchAll(
        /import\s+(?!type\b)(?:\w+\s*,\s*)?\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g,
      )) {
        const allowed = SHARED_MODULES[from ?? ''];
        if (allowed === undefined || allowed === true) continue;
        for (const part of (names ?? '').split(',')) {
          const name = part.trim().split(/\s+as\s+/)[0] ?? '';
          if (name === '' || name.startsWith('type ') || allowed.includes(name)) continue;
          this.error(
            `"${name}" of ${from} is not shared by the shell. Add it to shared/tooling/src/shared-modules.ts, release the shell, then use it.`,
          );
        }
      }
    },
  };
}

export type RemoteOptions = {
  /** Further exposes beside `./remote`, such as `./slots/lead-sidebar`. */
  exposes?: Record<string, string>;
};

/** The one Vite configuration of a remote. `root` is its folder; its name there is its name in the release. */
export function remoteConfig(root: string, { exposes = {} }: RemoteOptions = {}): UserConfig {
  const name = basename(root);
  return {
    root,
    base: './', // entry, chunks, styles and images then work from any origin and prefix
    plugins: [
      onlySharedNames(),
      react(),
      tailwindcss(),
      ...withExactParsing(
        federation({
          name,
          filename: 'remoteEntry-[hash].js',
          manifest: true,
          dts: false,
          exposes: { './remote': './src/remote.tsx', ...exposes },
          // Never a copy of its own: the shell provides. Sub-paths are listed one by one, or they are silently bundled.
          shared: Object.fromEntries(
            Object.keys(SHARED_MODULES).map((key) => [key, { singleton: true, import: false }]),
          ),
          shareStrategy: 'loaded-first',
          experiments: { externalRuntime: true }, // the runtime's core comes from the shell
          disableRemote: true, // builds only: it and the next one break development
          disableSnapshot: true,
          // Seconds. The default of 10 gives up on a busy machine and then builds with shared modules missing.
          moduleParseTimeout: 60,
        }),
      ),
    ],
    build: {
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src/remote.tsx') },
    },
  };
}
