import type { DocumentKind } from '../../model/kinds.ts';
import type { Gap } from './gaps.ts';

/** Subjects of cards that have a rule of their own, by concept id; every other gap is one of `missing-section`. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['limitations', 'card/no-limitations'],
  ['known-limitations', 'card/no-limitations'],
  ['contact', 'card/no-contact'],
]);

/**
 * The rule that tells of gaps which one section would close: that of the first with a rule of its own; undefined for
 * those of the general rule.
 */
export function ownerOf(gaps: readonly Gap[], kind: DocumentKind): string | undefined {
  if (kind !== 'model-card' && kind !== 'dataset-card') return undefined;
  return gaps.flatMap(each => OWNERS.get(each.concept.id) ?? [])[0];
}
