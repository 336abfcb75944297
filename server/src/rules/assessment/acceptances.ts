import type { Acceptance, Harm } from '../../model/assessment/types.ts';
import { refersTo } from './read.ts';

/** Whether an acceptance covers a harm: it names it, or all of them, or none in particular. */
export function accepts({ fields }: Acceptance, { fields: harm }: Harm): boolean {
  if (fields.harms.length === 0) return true;
  return fields.harms.some(
    ({ value }) => /^(?:all|every|alle|tous|todos)\b/i.test(value) || refersTo(value, harm.id, harm.harm),
  );
}
