import type { Library } from '../catalog/library.ts';
import type { Concept } from '../catalog/types.ts';
import type { OutlineItem } from '../model/outline.ts';
import type { SectionedModel } from '../model/sectioned.ts';
import { substanceOf } from '../model/substance.ts';
import { substanceOfNode } from '../model/yaml-placeholders.ts';
import { keyText } from '../syntax/yaml/nodes.ts';
import { at } from '../text/span.ts';
import { useFacts } from './card-facts.ts';
import type { Fact, FactData } from './facts.ts';

/** What `concept:<kind>/<id>` says: a section that an author wrote for a concept. */
export interface ConceptFact {
  readonly [key: string]: FactData;
  readonly slug: string | null;
  readonly title: string;
  readonly substance: string;
  readonly system: string | null;
}

/** The concepts that a document's sections stand for, and the uses that they list; `headings` are those that configuration names. */
export function conceptFacts(
  path: string,
  model: SectionedModel,
  library: Library,
  headings: ReadonlyMap<string, string>,
  system: string | null,
): Fact[] {
  const vocabulary = library.vocabulary(model.kind);
  const written = (model.body === undefined ? [] : model.outline).flatMap(item => {
    const concept = vocabulary.recognise(item.title, headings);
    if (concept === undefined) return [];
    const uses = model.kind === 'space-card' ? [] : useFacts(path, item, concept);
    return [conceptFact(model, item, concept, system), ...uses];
  });
  return [...written, ...dataFacts(model, system)];
}

function conceptFact(
  model: SectionedModel,
  item: OutlineItem,
  concept: Concept,
  system: string | null,
): Fact {
  const data = (): ConceptFact => {
    const substance = model.body === undefined ? 'text' : substanceOf(model.body.sections, item.extent);
    return { slug: item.slug ?? null, title: item.title, substance, system };
  };
  return { key: `concept:${model.kind}/${concept.id}`, data, span: item.heading };
}

/** The sections of a card in another format: its fields, by JSON pointer. */
function dataFacts(model: SectionedModel, system: string | null): Fact[] {
  return (model.data ?? []).map(({ concept, pointer, pair }) => {
    const title = keyText(pair.value.key) ?? pointer;
    const data: ConceptFact = { slug: pointer, title, substance: substanceOfNode(pair.value.value), system };
    return { key: `concept:${model.kind}/${concept}`, data, span: at(pair.start, pair.value.key) };
  });
}
