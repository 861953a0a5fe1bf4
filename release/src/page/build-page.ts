import { createHash } from 'node:crypto';
import type { PageRelease, PageVersion, Release, VersionDescriptor } from '@piloto/contracts';
import { isScript } from '../manifest/hashes.ts';
import { bootScript } from './boot-script.ts';
import { HEAD_MARK, prepareTemplate } from './template.ts';

export type PageInput = {
  /** The shell's index.html, with the mark where the head goes. */
  template: string;
  release: Release;
  /** By `name@version`: shell, live and previous versions. */
  descriptors: ReadonlyMap<string, VersionDescriptor>;
  /** Empty: the API answers on the page's own origin. */
  apiOrigin: string;
};

const originOf = (base: string): string | undefined => (base.startsWith('/') ? undefined : new URL(base).origin);
const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
/** JSON that no `</script>` inside a text can end. */
const inlineJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function pageVersion(descriptor: VersionDescriptor, base: string): PageVersion {
  const { name, version, entry, preload, requires, provides, routes, slots, contract, css, integrity } = descriptor;
  return {
    name,
    version,
    base,
    entry,
    preload,
    requires,
    routes,
    contract,
    css: css.map((file): [string, string] => [file, integrity[file] ?? '']),
    ...(provides !== undefined && { provides }),
    ...(slots !== undefined && { slots }),
  };
}

/**
 * The page of a channel: the shell's template with the release inlined. Depends on its input only, so `verify` can build it again and
 * compare bytes.
 */
export function buildPage({ template, release, descriptors, apiOrigin }: PageInput): string {
  const get = (name: string, version: string): VersionDescriptor => {
    const found = descriptors.get(`${name}@${version}`);
    if (found === undefined) throw new Error(`The descriptor of ${name}@${version} was not given.`);
    return found;
  };
  const integrity: Record<string, string> = {};
  const origins = new Set<string>();
  const admit = (descriptor: VersionDescriptor, base: string): void => {
    for (const [file, hash] of Object.entries(descriptor.integrity)) if (isScript(file)) integrity[base + file] = hash;
    const origin = originOf(base);
    if (origin !== undefined) origins.add(origin);
  };

  const shell = get('shell', release.shell.version);
  admit(shell, release.shell.base);
  const remotes: PageRelease['remotes'] = {};
  for (const [name, { version, base, previous }] of Object.entries(release.remotes)) {
    const live = get(name, version);
    admit(live, base);
    const former = previous === undefined ? undefined : get(name, previous.version);
    if (former !== undefined && previous !== undefined) admit(former, previous.base);
    remotes[name] = {
      ...pageVersion(live, base),
      ...(former !== undefined && previous !== undefined && { previous: pageVersion(former, previous.base) }),
    };
  }
  const page: PageRelease = {
    number: release.number,
    channel: release.channel,
    apiOrigin,
    shell: { ...release.shell, shares: shell.shares ?? {} },
    remotes,
  };

  const map = inlineJson({ integrity });
  const withHash = (file: string): string => `${release.shell.base}${file}" integrity="${shell.integrity[file] ?? ''}`;
  const elsewhere = [...origins]
    .toSorted()
    .map((origin) => ` ${origin}`)
    .join('');
  const api = apiOrigin === '' ? '' : ` ${apiOrigin}`;
  const policy = [
    "default-src 'none'",
    `script-src 'self'${elsewhere} ${sha256(map)} ${sha256(bootScript)}`,
    `style-src 'self'${elsewhere}`,
    `connect-src 'self'${elsewhere}${api}`,
    `img-src 'self'${elsewhere} data: blob:`,
    `font-src 'self'${elsewhere}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const head = [
    // First: a policy binds only what comes after it.
    `<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">`,
    // The preload scanner skips module scripts in a page with an import map: a plain preload brings the shell forward.
    `<link rel="preload" as="script" crossorigin="anonymous" href="${withHash(shell.entry)}">`,
    // Before any module, or its integrity binds nothing.
    `<script type="importmap">${map}</script>`,
    `<script type="application/json" id="release">${inlineJson(page)}</script>`,
    `<script>${bootScript}</script>`,
    // After the boot script: an inline script waits for the style sheets before it.
    ...shell.css.map((file) => `<link rel="stylesheet" crossorigin="anonymous" href="${withHash(file)}">`),
    ...shell.preload.map((file) => `<link rel="modulepreload" crossorigin="anonymous" href="${withHash(file)}">`),
    `<script type="module" crossorigin="anonymous" src="${withHash(shell.entry)}"></script>`,
  ];
  return prepareTemplate(template, release.shell.base).replace(HEAD_MARK, () => head.join('\n    '));
}
