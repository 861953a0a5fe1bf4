// The shell owns the remotes' style sheets: enabled on mount, disabled on unmount, never removed. (Removing breaks remounting: the
// remote's own preload helper finds the link by its address and adds none.)
import { LoadError } from './load-error.ts';
import type { RemoteVersion } from './release.ts';

const loads = new Map<string, Promise<HTMLLinkElement>>();

/** A style sheet that did not arrive leaves an empty one behind, whose "error" nobody heard if it came before this code. */
function hasFailed({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet?.cssRules.length === 0;
  } catch {
    return true; // what was refused cannot be read either
  }
}

function load(version: RemoteVersion, file: string, integrity: string): Promise<HTMLLinkElement> {
  const href = new URL(version.base + file, location.href).href;
  const known = loads.get(href);
  if (known !== undefined) return known;
  const promise = new Promise<HTMLLinkElement>((resolve, reject) => {
    // The page's boot script may have asked for it already.
    const early = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].find(
      (link) => link.href === href,
    );
    const present = early !== undefined && hasFailed(early) ? undefined : early;
    if (present === undefined) early?.remove();
    const link =
      present ??
      Object.assign(document.createElement('link'), { rel: 'stylesheet', crossOrigin: 'anonymous', integrity, href });
    if (link.sheet !== null) {
      resolve(link);
      return;
    }
    link.addEventListener('load', () => resolve(link), { once: true });
    link.addEventListener(
      'error',
      () => {
        link.remove();
        loads.delete(href);
        // A missing style sheet is a load failure, not an unstyled page.
        reject(new LoadError('css', version.name, version.version, `style sheet ${file} could not be loaded`));
      },
      { once: true },
    );
    if (!link.isConnected) document.head.append(link);
  });
  loads.set(href, promise);
  return promise;
}

export const loadStyles = (version: RemoteVersion): Promise<HTMLLinkElement[]> =>
  Promise.all(version.css.map(([file, integrity]) => load(version, file, integrity)));

export async function enableStyles(version: RemoteVersion, on: boolean): Promise<void> {
  for (const link of await loadStyles(version)) link.disabled = !on;
}
