import type { Library, Reference } from './library.ts';
import { rangeIn } from './ranges.ts';
import { meaningsOf } from './undated.ts';

/**
 * Whether an id that no catalog lists is no mistake all the same: `Art. 10(2)(f)` of an article that is, an article
 * that asks for no documentation, an id of an earlier edition, an id that lacks its year.
 */
export function existsUnlisted(
  id: string,
  { catalog, written, edition }: Reference,
  library: Library,
): boolean {
  return (
    catalog.holding(written) !== undefined ||
    catalog.existsUnlisted(written) ||
    catalog.data.otherEditions?.some(other => other.edition === edition) === true ||
    meaningsOf(id, library).length > 0
  );
}

/** Whether an id names nothing that there is, alone or as one of a range. */
export function namesNothing(id: string, reference: Reference, library: Library): boolean {
  return (
    reference.item === undefined &&
    !existsUnlisted(id, reference, library) &&
    rangeIn(reference.catalog, reference.written) === undefined
  );
}
