import { HOME_PATH } from '@piloto/contracts';
import { boot } from './boot.ts';

/**
 * The boot function as the page's inline script; its hash goes into the page's policy. Comments, and the blanks that stand where types
 * were, would cost bytes on every visit. (So no text in it may hold two blanks in a row.)
 */
export const bootScript = `(${boot
  .toString()
  .split('\n')
  .map((line) => line.replace(/(^|;) *\/\/ .*$/, '$1').trim())
  .filter((line) => line !== '')
  .join('\n')
  .replace(/ {2,}/g, ' ')})(${JSON.stringify(HOME_PATH)})`;
