import type { Translate } from '@piloto/runtime';
import { customName } from './rules.ts';

/** What a target is called as a column of leads. */
export const targetLabel = (t: Translate, target: string): string => customName(target) ?? t(`target.${target}`);
