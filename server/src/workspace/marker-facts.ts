import type { Library } from '../catalog/library.ts';
import { claimsIn } from '../model/claims.ts';
import { bodyOf, type ParsedDocument } from '../model/document.ts';
import { markersIn } from '../model/markers.ts';
import { at, type Span } from '../text/span.ts';
import type { Fact } from './facts.ts';

/**
 * What the comments of an evidence file claim: `claim:<qualified id>` as documents state it, and `marker:<path>` for
 * what one file claims. Ids that no catalog has are left out, as nothing says that they are meant as ids.
 */
export function markerFacts(document: ParsedDocument, library: Library, framework: string): Fact[] {
  const claims: { readonly id: string; readonly span: Span }[] = markersIn(document.source.text).map(
    ({ id, start, end }) => ({ id, span: { start, end } }),
  );
  for (const { start, value } of bodyOf(document.model)?.sections ?? [])
    for (const claim of value.derive(claimsIn)) claims.push({ id: claim.id, span: at(start, claim) });
  return claims.flatMap(({ id, span }): Fact[] => {
    const reference = library.resolve(id, framework);
    if (reference?.item === undefined) return [];
    const qualified = reference.catalog.qualified(reference.item);
    return [
      { key: `claim:${qualified}`, data: id, span },
      { key: `marker:${document.path}`, data: qualified, span },
    ];
  });
}
