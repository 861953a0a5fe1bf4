import { boot } from './boot.ts';

/** The boot function as the page's inline script; its hash goes into the page's policy. */
export const bootScript = `(${boot
  .toString()
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('//'))
  .join('\n')})()`;
