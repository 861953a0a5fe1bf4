import type { Translate } from '@piloto/runtime';

/** Keys that the API gives itself (imports, further phones) have words; all others are named by who made them. */
const KNOWN = ['notes', 'phones'];

export const customLabel = (t: Translate, key: string): string => (KNOWN.includes(key) ? t(`custom.${key}`) : key);
