import type { Library } from '../catalog/library.ts';
import type { Concept } from '../catalog/types.ts';
import { claimsIn } from '../model/claims.ts';
import type { ParsedDocument } from '../model/document.ts';
import { textField } from '../model/field.ts';
import type { MappingModel, SystemBlock } from '../model/mapping.ts';
import { type OutlineItem, outlineOf } from '../model/outline.ts';
import { placeholdersIn } from '../model/placeholders.ts';
import { type SectionedModel, systemAt, textAt, textsAt } from '../model/sectioned.ts';
import { substanceOf } from '../model/substance.ts';
import { substanceOfNode } from '../model/yaml-placeholders.ts';
import type { MarkdownTree } from '../syntax/markdown/tree.ts';
import { keyText } from '../syntax/yaml/nodes.ts';
import { at, type Span } from '../text/span.ts';
import { cardFacts } from './card-facts.ts';
import type { EntryFacts, NamedByEntries } from './entry-facts.ts';
import { evidenceFacts } from './evidence-facts.ts';
import { type Fact, type FactData, type Facts, groupFacts } from './facts.ts';
import { foreignFacts } from './foreign-facts.ts';
import { frameworksOf } from './frameworks.ts';
import { markerFacts } from './marker-facts.ts';
import { navigationFacts } from './navigation-facts.ts';
import { folderOf } from './paths.ts';
import { reviewFacts } from './review/facts.ts';
import type { Scope } from './settings.ts';

/** As much of a document's configuration as its facts depend on. */
export type SummaryScope = Pick<Scope, 'framework' | 'headings'>;

/** That part of a configuration; what else it says leaves the facts as they are. */
export function summaryScope(scope: Scope | undefined): SummaryScope | undefined {
  return scope === undefined ? undefined : { framework: scope.framework, headings: scope.headings };
}

/** What summarising needs beside the document. */
export interface SummaryContext {
  readonly library: Library;
  readonly scope: SummaryScope;
  /** Workspace folder of the document, beyond which no link leads. */
  readonly root: string;
  /** What entries said before, in the same context. */
  readonly entries: EntryFacts;
  /** The document before an edit, where it is known. */
  readonly earlier?: ParsedDocument | undefined;
}

/** Everything a document tells the rest of the workspace. Pure: the same document gives the same facts. */
export function summarise(document: ParsedDocument, context: SummaryContext): Facts {
  const { path, kind, model } = document;
  const whole: Span = { start: 0, end: document.source.text.length };
  const facts: Fact[] = [
    { key: `document:${path}`, data: { kind }, span: { start: 0, end: 0 } },
    { key: `documents:${kind}`, data: path, span: { start: 0, end: 0 } },
  ];
  if (model.kind === 'control-mapping') {
    const before = context.earlier?.model;
    const earlier = before?.kind === 'control-mapping' ? before.entries : undefined;
    const named = context.entries.named(model.entries, earlier);
    facts.push(...mappingFacts(path, model, context, whole, named), ...evidenceFacts(document, []));
    facts.push(...navigationFacts(document, context.root, [], named.files));
    return groupFacts(facts, entryFacts(path, model, context));
  }
  if (model.kind === 'evidence') {
    const outline = model.body === undefined ? [] : outlineOf(model.body);
    if (model.body !== undefined) facts.push(...sectionFacts(path, outline, model.body));
    else facts.push(plainSubstance(document));
    facts.push(...evidenceFacts(document, outline), ...navigationFacts(document, context.root, outline));
    facts.push(...markerFacts(document, context.library, context.scope.framework));
    facts.push(...reviewFacts(document, outline));
  } else if (model.kind === 'foreign-mapping') {
    facts.push(...foreignFacts(model, context.library), ...evidenceFacts(document, []));
  } else if (model.kind !== 'config' && model.kind !== 'catalog') {
    facts.push(
      ...sectionedFacts(path, model, context),
      // A demo is no document of the system that others should agree with.
      ...(model.kind === 'space-card' ? [] : cardFacts(path, model, context.library.vocabulary(model.kind))),
    );
    facts.push(...evidenceFacts(document, model.outline));
    facts.push(...navigationFacts(document, context.root, model.outline));
  }
  return groupFacts(facts);
}

/** Text that is no Markdown says something as soon as it holds a letter or a digit. */
function plainSubstance({ path, source }: ParsedDocument): Fact {
  const data = (): SectionFact => ({
    title: '',
    substance: /[\p{L}\p{N}]/u.test(source.text) ? 'text' : 'empty',
    placeholder: null,
  });
  return { key: `substance:${path}`, data, span: { start: 0, end: 0 } };
}

/** What `mapping:<path>` says. */
export interface MappingFact {
  readonly [key: string]: FactData;
  readonly system: string | null;
  readonly name: string | null;
  readonly owner: string | null;
  readonly role: string | null;
  readonly stage: string | null;
  readonly riskClass: string | null;
  readonly modelType: string | null;
  readonly sector: string | null;
  readonly framework: string;
  readonly frameworks: readonly string[];
}

/** What `entry:<qualified id>` says. */
export interface EntryFact {
  readonly [key: string]: FactData;
  readonly system: string | null;
  readonly status: string | null;
  readonly applicable: boolean;
  /** The targets as written. */
  readonly evidence: readonly string[];
  /** The same with everything that grading reads. */
  readonly items: readonly EvidenceItem[];
  readonly owner: string | null;
  readonly justification: string | null;
  readonly until: string | null;
  /** Strength that the entry itself asks for. */
  readonly needed: string | null;
  /** Items of other frameworks that the evidence serves, qualified. */
  readonly satisfies: readonly string[];
}

/** One piece of evidence as an entry states it. */
export interface EvidenceItem {
  readonly [key: string]: FactData;
  readonly target: string;
  readonly type: string | null;
  readonly by: string | null;
  readonly on: string | null;
  readonly digest: string | null;
  readonly expires: string | null;
  /** Files that a test covers, as written. */
  readonly covers: readonly string[];
}

/** What `section:<path>#<slug>` says. */
export interface SectionFact {
  readonly [key: string]: FactData;
  readonly title: string;
  readonly substance: string;
  /** The first placeholder in the section, as written. */
  readonly placeholder: string | null;
}

/** What `concept:<kind>/<id>` says: a section that an author wrote for a concept. */
export interface ConceptFact {
  readonly [key: string]: FactData;
  readonly slug: string | null;
  readonly title: string;
  readonly substance: string;
  readonly system: string | null;
}

function mappingFacts(
  path: string,
  model: MappingModel,
  { library, scope }: SummaryContext,
  whole: Span,
  named: NamedByEntries,
): Fact[] {
  const system = model.system?.value;
  const framework = model.framework?.value.value ?? scope.framework;
  const data: MappingFact = {
    system: system?.id?.value ?? null,
    name: system?.name?.value ?? null,
    owner: system?.owner?.value ?? null,
    role: system?.role?.value ?? null,
    stage: system?.stage?.value ?? null,
    riskClass: traitOf(system, 'riskClass'),
    modelType: traitOf(system, 'modelType'),
    sector: traitOf(system, 'sector'),
    framework,
    frameworks: frameworksOf(model, scope.framework, library),
  };
  const span = model.system === undefined ? { start: 0, end: 0 } : at(model.system.start, model.system.value);
  const facts: Fact[] = [
    { key: `mapping:${path}`, data, span },
    { key: `targets:${path}`, data: named.targets, span: { start: 0, end: 0 } },
  ];
  return [
    ...facts,
    { key: 'mappings', data: { path, system: data.system }, span: { start: 0, end: Math.min(1, whole.end) } },
    { key: `mappings-in:${folderOf(path)}`, data: path, span: { start: 0, end: 0 } },
    ...(data.system === null
      ? []
      : [{ key: `mappings-of:${data.system}`, data: path, span: { start: 0, end: 0 } }]),
  ];
}

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

function traitOf(system: SystemBlock | undefined, key: string): string | null {
  return textField(system?.fields.get(key))?.value ?? null;
}

function sectionedFacts(path: string, model: SectionedModel, { library, scope }: SummaryContext): Fact[] {
  const facts: Fact[] = authorFacts(path, model);
  const system = systemAt(model.metadata)?.value.value ?? null;
  if (model.body !== undefined) {
    facts.push(...sectionFacts(path, model.outline, model.body));
    const vocabulary = library.vocabulary(model.kind);
    for (const item of model.outline) {
      const concept = vocabulary.recognise(item.title, scope.headings);
      if (concept !== undefined) facts.push(conceptFact(model, item, concept, system));
    }
    for (const { start, value } of model.body.sections) {
      for (const claim of value.derive(claimsIn))
        facts.push(...claimFact(claim.id, at(start, claim), library, scope));
    }
  }
  facts.push(...dataFacts(model, system));
  for (const { start, value } of textsAt(model.metadata, 'controls'))
    facts.push(...claimFact(value.value, at(start, value), library, scope));
  return facts;
}

/** The sections of a card in another format: its fields, by JSON pointer. */
function dataFacts(model: SectionedModel, system: string | null): Fact[] {
  return (model.data ?? []).map(({ concept, pointer, pair }) => {
    const title = keyText(pair.value.key) ?? pointer;
    const data: ConceptFact = { slug: pointer, title, substance: substanceOfNode(pair.value.value), system };
    return { key: `concept:${model.kind}/${concept}`, data, span: at(pair.start, pair.value.key) };
  });
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

function conceptFact(
  model: SectionedModel,
  item: OutlineItem,
  concept: Concept,
  system: string | null,
): Fact {
  const substance = model.body === undefined ? 'text' : substanceOf(model.body.sections, item.extent);
  const data: ConceptFact = { slug: item.slug ?? null, title: item.title, substance, system };
  return { key: `concept:${model.kind}/${concept.id}`, data, span: item.heading };
}

function claimFact(id: string, span: Span, library: Library, scope: SummaryScope): Fact[] {
  return library
    .resolveAll(id, scope.framework)
    .flatMap(({ catalog, item }) =>
      item === undefined ? [] : [{ key: `claim:${catalog.qualified(item)}`, data: id, span }],
    );
}

function sectionFacts(path: string, outline: readonly OutlineItem[], body: MarkdownTree): Fact[] {
  const facts: Fact[] = [];
  const slugs: string[] = [];
  for (const item of outline) {
    const names = item.slug === undefined ? item.ids : [item.slug, ...item.ids];
    for (const name of names) {
      slugs.push(name);
      facts.push({ key: `section:${path}#${name}`, data: () => sectionData(item, body), span: item.heading });
    }
  }
  facts.push({ key: `sections:${path}`, data: slugs, span: { start: 0, end: 0 } });
  facts.push({
    key: `substance:${path}`,
    data: () => wholeData(body),
    span: { start: body.span.start, end: body.span.start },
  });
  return facts;
}

function sectionData(item: OutlineItem, body: MarkdownTree): SectionFact {
  return {
    title: item.title,
    substance: substanceOf(body.sections, item.extent),
    placeholder: firstPlaceholder(body, item.extent),
  };
}

function wholeData(body: MarkdownTree): SectionFact {
  return {
    title: '',
    substance: substanceOf(body.sections, body.span),
    placeholder: firstPlaceholder(body, body.span),
  };
}

function firstPlaceholder(body: MarkdownTree, span: Span): string | null {
  for (const { start, value } of body.sections) {
    if (start >= span.end || start + value.text.length <= span.start) continue;
    const hole = value
      .derive(placeholdersIn)
      .find(each => start + each.from >= span.start && start + each.to <= span.end);
    if (hole !== undefined) return hole.text;
  }
  return null;
}
