import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootScript } from '@piloto/release/boot-script';
import type { RemoteDefinitionFile } from '@piloto/tooling/remote-definition';
import { shellConfig } from '@piloto/tooling/shell-preset';
import { build, type Plugin } from 'vite';

const BASE = '/remotes/one-bundle/1.0.0/';

/** What the sources of the federation mean where everything is one application. */
function oneApplication(root: string): Plugin {
  const own = join(root, 'shell/one-bundle');
  const identity = '\0one-bundle:runtime';
  const noStyles = '\0one-bundle:no-styles';
  return {
    name: 'piloto:one-application',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (importer === undefined) return undefined;
      if (/\/mfe-[^/]+\/src\/remote\.tsx$/.test(importer)) {
        // A remote's module then gives its definition instead of a lifecycle with a React root of its own.
        if (id === '@piloto/runtime') return identity;
        if (id === './styles.css') return noStyles;
      }
      if (importer === identity) return this.resolve(id, join(root, 'shell/src/main.tsx'), { skipSelf: true });
      if (!importer.startsWith(join(root, 'shell/src'))) return undefined;
      if (id.endsWith('/registry/release.ts')) return join(own, 'release.ts');
      return id === '../apps.ts' ? join(own, 'apps.ts') : undefined;
    },
    load(id) {
      if (id === noStyles) return '';
      if (id === identity)
        return `export * from '@piloto/runtime';\nexport const defineRemote = (definition) => definition;`;
      if (id.replace(/\?.*$/, '') !== join(root, 'shell/src/styles.css')) return undefined;
      // One style sheet over all sources, without the border between shell and remotes.
      const styles = readFileSync(join(root, 'shell/src/styles.css'), 'utf8');
      const open = styles.replace(/@scope \(:root\) to \(\[data-mfe\]\) \{([\s\S]*?\n {2}\})\n\}/, '$1');
      if (open === styles)
        return this.error('shell/src/styles.css changed: look at bench/federation/one-bundle.ts again.');
      return `${open}\n@source "../../mfe-*/src";\n@source "../one-bundle";\n`;
    },
  };
}

type Chunk = { file: string; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

function closure(manifest: Manifest, key: string, seen: Set<string>): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The bundle has no chunk for ${key}.`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const next of chunk.imports ?? []) closure(manifest, next, seen);
  return seen;
}

/** What the page's boot script reads: the same script, told of areas and their pages instead of remotes. */
async function pageData(root: string, manifest: Manifest, entry: ReadonlySet<string>): Promise<object> {
  const remotes: Record<string, object> = {};
  for (const name of readdirSync(root).filter((folder) => folder.startsWith('mfe-'))) {
    const file = pathToFileURL(join(root, name, 'remote.config.ts')).href;
    const { routes } = ((await import(file)) as { default: RemoteDefinitionFile }).default;
    const needed = (key: string): string[] =>
      [...closure(manifest, `${name}/${key}`, new Set())].filter((chunk) => !entry.has(chunk));
    const preload = needed('src/remote.tsx');
    remotes[name] = {
      base: BASE,
      css: [],
      preload,
      routes: routes.map(({ page, path, data }) => ({
        path,
        data,
        preload: needed(page).filter((chunk) => !preload.includes(chunk)),
      })),
    };
  }
  return { apiOrigin: '', remotes };
}

/** Builds shell and remotes as one route-split application into a bucket folder that an app server can serve. */
export async function buildOneBundle(root: string, bucket: string): Promise<void> {
  const config = shellConfig(join(root, 'shell'));
  const outDir = join(bucket, BASE);
  await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    root,
    publicDir: join(root, 'shell/public'),
    base: BASE,
    plugins: [oneApplication(root), ...(config.plugins ?? [])],
    build: {
      ...config.build,
      outDir,
      cssCodeSplit: false,
      rolldownOptions: { input: join(root, 'shell/one-bundle/main.tsx') },
    },
  });
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest;
  rmSync(join(outDir, '.vite'), { recursive: true });
  const key = 'shell/one-bundle/main.tsx';
  const [main = '', ...imported] = closure(manifest, key, new Set());
  const styles = Object.values(manifest).filter(({ file }) => file.endsWith('.css'));
  const data = JSON.stringify(await pageData(root, manifest, new Set([main, ...imported]))).replaceAll('<', '\\u003c');
  const head = [
    `<script type="application/json" id="release">${data}</script>`,
    `<script>${bootScript}</script>`,
    ...styles.map(({ file }) => `<link rel="stylesheet" crossorigin="anonymous" href="${BASE}${file}">`),
    ...imported.map((file) => `<link rel="modulepreload" crossorigin="anonymous" href="${BASE}${file}">`),
    `<script type="module" crossorigin="anonymous" src="${BASE}${main}"></script>`,
  ];
  const page = readFileSync(join(root, 'shell/index.html'), 'utf8')
    .replace(/[ \t]*<script type="module"[^>]*><\/script>\n/, '')
    .replace('./favicon.svg', `${BASE}favicon.svg`)
    .replace('<!--piloto:head-->', () => head.join('\n    '));
  const folder = join(bucket, 'channels/production');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), page);
}
