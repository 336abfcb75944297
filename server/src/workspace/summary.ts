import type { Library } from '../catalog/library.ts';
import { bodyOf, type ParsedDocument } from '../model/document.ts';
import type { MappingModel } from '../model/mapping.ts';
import { outlineOf } from '../model/outline.ts';
import { type SectionedModel, systemAt, textAt, textsAt } from '../model/sectioned.ts';
import { at, type Span, START } from '../text/span.ts';
import { cardFacts } from './card-facts.ts';
import { conceptFacts } from './concept-facts.ts';
import type { EntryFacts } from './entry-facts.ts';
import { evidenceFacts } from './evidence-facts.ts';
import { type Fact, type Facts, groupFacts } from './facts.ts';
import { foreignFacts } from './foreign-facts.ts';
import { mappingFacts } from './mapping-facts.ts';
import { markerFacts } from './marker-facts.ts';
import { navigationFacts } from './navigation-facts.ts';
import { reviewFacts } from './review/facts.ts';
import { bodyFacts, plainSubstance, SectionParts } from './section-facts.ts';
import type { SectionUnits } from './section-units.ts';
import type { SummaryScope } from './summary-scope.ts';

/** What summarising needs beside the document. */
export interface SummaryContext {
  readonly library: Library;
  readonly scope: SummaryScope;
  /** Workspace folder of the document, beyond which no link leads. */
  readonly root: string;
  /** What entries said before, in the same context. */
  readonly entries: EntryFacts;
  /** What sections said before, in the same context. */
  readonly sections: SectionUnits;
  /** The document before an edit, where it is known. */
  readonly earlier?: ParsedDocument | undefined;
}

/** Everything a document tells the rest of the workspace. Pure: the same document gives the same facts. */
export function summarise(document: ParsedDocument, context: SummaryContext): Facts {
  const { path, kind, model } = document;
  const facts: Fact[] = [
    { key: `document:${path}`, data: { kind }, span: START },
    { key: `documents:${kind}`, data: path, span: START },
  ];
  if (model.kind === 'control-mapping') {
    const { library, scope, root, entries } = context;
    const before = context.earlier?.model;
    const earlier = before?.kind === 'control-mapping' ? before.entries : undefined;
    const { targets, files } = entries.named(model.entries, earlier);
    const { framework } = scope;
    const { length } = document.source.text;
    facts.push(...mappingFacts(path, model, { library, framework, targets, length }));
    facts.push(...evidenceFacts(document), ...navigationFacts(document, root, [], files));
    return groupFacts(facts, entryFacts(path, model, context));
  }
  let outline = 'outline' in model ? model.outline : [];
  if (model.kind === 'evidence') {
    if (model.body !== undefined) outline = outlineOf(model.body);
    if (model.body !== undefined) facts.push(...bodyFacts(path, outline, model.body));
    else facts.push(plainSubstance(document));
    facts.push(...evidenceFacts(document), ...navigationFacts(document, context.root, outline));
    facts.push(...markerFacts(document, context.library, context.scope.framework));
    facts.push(...reviewFacts(document, outline));
  } else if (model.kind === 'foreign-mapping') {
    facts.push(...foreignFacts(model, context.library), ...evidenceFacts(document));
  } else if (model.kind !== 'config' && model.kind !== 'catalog') {
    facts.push(
      ...sectionedFacts(path, model, context),
      // A demo is no document of the system that others should agree with.
      ...(model.kind === 'space-card' ? [] : cardFacts(path, model)),
    );
    facts.push(...evidenceFacts(document));
    facts.push(...navigationFacts(document, context.root, model.outline));
  }
  const body = bodyOf(model);
  const parts = body === undefined ? undefined : new SectionParts(path, outline, body, document.source);
  return groupFacts(facts, sectionUnits(document, context), parts);
}

/** What the sections of a card or an assessment state by themselves. */
function sectionUnits(
  { path, model }: ParsedDocument,
  { library, scope, sections }: SummaryContext,
): Facts['units'] {
  if (!('outline' in model) || model.body === undefined) return [];
  const isCompared = model.kind !== 'space-card';
  return sections.in({ path, library, framework: scope.framework, isCompared }, model.body);
}

/** What each entry of a mapping states, for those that state anything. */
function entryFacts(path: string, model: MappingModel, context: SummaryContext): Facts['units'] {
  const { library, scope, root } = context;
  const said = context.entries.in({
    path,
    root,
    library,
    framework: model.framework?.value.value ?? scope.framework,
    system: model.system?.value.id?.value ?? null,
    owner: model.system?.value.owner?.value ?? null,
  });
  return model.entries.flatMap(({ start, value }) => {
    const facts = said(value);
    return facts.length === 0 ? [] : [{ start, value: facts }];
  });
}

function sectionedFacts(path: string, model: SectionedModel, { library, scope }: SummaryContext): Fact[] {
  const facts: Fact[] = authorFacts(path, model);
  const system = systemAt(model.metadata)?.value.value ?? null;
  if (model.body !== undefined) facts.push(...bodyFacts(path, model.outline, model.body));
  facts.push(...conceptFacts(path, model, library, scope.headings, system));
  for (const { start, value } of textsAt(model.metadata, 'controls'))
    facts.push(...claimFact(value.value, at(start, value), library, scope));
  return facts;
}

/** Who wrote a document, by its own word. */
function authorFacts(path: string, model: SectionedModel): Fact[] {
  return ['author', 'assessor'].flatMap(key => {
    const author = textAt(model.metadata, key);
    return author === undefined
      ? []
      : [{ key: `author:${path}`, data: author.value.value, span: at(author.start, author.value) }];
  });
}

function claimFact(id: string, span: Span, library: Library, scope: SummaryScope): Fact[] {
  return library
    .resolveAll(id, scope.framework)
    .flatMap(({ catalog, item }) =>
      item === undefined ? [] : [{ key: `claim:${catalog.qualified(item)}`, data: id, span }],
    );
}
