import type { Rule } from './define.ts';
import { missingFile } from './evidence/missing-file.ts';
import { missingOwner } from './mapping/missing-owner.ts';

/** Every rule, in the order in which documentation lists them. */
export const RULES: readonly Rule[] = [missingOwner, missingFile];
