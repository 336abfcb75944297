import type { Library, Reference } from '../../catalog/library.ts';
import { claimsIn } from '../../model/claims.ts';
import type { Entry } from '../../model/entry.ts';
import type { Field } from '../../model/field.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { type SectionedModel, textsAt } from '../../model/sectioned.ts';
import { at, type Span } from '../../text/span.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';

/** An id in a place that holds nothing but ids. */
export interface Written {
  readonly span: Span;
  readonly id: string;
}

/** The ids that a document claims, in `controls:` of its front matter and in evidence comments. */
export function claimsOf(model: SectionedModel): Written[] {
  const keys = textsAt(model.metadata, 'controls').map(({ start, value }) => ({
    span: at(start, value),
    id: value.value,
  }));
  const comments = (model.body?.sections ?? []).flatMap(({ start, value }) =>
    value.derive(claimsIn).map(claim => ({ span: at(start, claim), id: claim.id })),
  );
  return [...keys, ...comments];
}

/** The id of an entry and those of what it satisfies; none where its syntax is at fault. */
export function idsOf({ id, satisfies, faulty }: Entry): readonly Field<string>[] {
  if (faulty) return [];
  return id === undefined ? satisfies : [id, ...satisfies];
}

/** What an id of a document names, read in the framework of its bare ids. */
export function referenceOf(
  id: string,
  model: SectionedModel | MappingModel,
  { library, scope }: { readonly library: Library; readonly scope: { readonly framework: string } },
): Reference | undefined {
  const framework =
    model.kind === 'control-mapping' ? defaultFramework(model, scope.framework) : scope.framework;
  return library.resolve(id, framework);
}
