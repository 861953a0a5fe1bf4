/** Where the page builder puts all that depends on the release. */
export const HEAD_MARK = '<!--piloto:head-->';

// Vite writes the shell's own tags with addresses relative to its build folder; the page lies elsewhere and needs hashes on them.
const OWN_SCRIPT = /[ \t]*<script\b[^>]*\bsrc=[^>]*><\/script>\n?/g;
const OWN_LINK = /[ \t]*<link\b[^>]*\brel="?(?:stylesheet|modulepreload)"?[^>]*>\n?/g;
const RELATIVE = /\b(href|src)="(?:\.\/)?(?![a-z]+:|[/#"])([^"]+)"/g;

/** The template without the tags that the builder writes itself, its files addressed below `base`. */
export function prepareTemplate(template: string, base: string): string {
  return template
    .replace(OWN_SCRIPT, '')
    .replace(OWN_LINK, '')
    .replace(RELATIVE, (_, attribute: string, file: string) => `${attribute}="${base}${file}"`);
}

/** What is wrong with a shell's page; empty when a page can be built from it. */
export function checkTemplate(template: string): string[] {
  const findings: string[] = [];
  const text = prepareTemplate(template, '/');
  if (text.split(HEAD_MARK).length !== 2) findings.push(`index.html must hold ${HEAD_MARK} exactly once, in its head.`);
  if (/<script\b/i.test(text))
    findings.push("index.html has an inline script, which the page's content security policy blocks.");
  if (/<style\b|\sstyle=/i.test(text))
    findings.push("index.html has inline styles, which the page's content security policy blocks.");
  if (/<[^>]+\son[a-z]+=/i.test(text))
    findings.push("index.html has an inline event handler, which the page's content security policy blocks.");
  return findings;
}
