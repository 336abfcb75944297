import { datasetKey, datasetKeys } from '../model/dataset-names.ts';
import { bodyOf, type ParsedDocument } from '../model/document.ts';
import type { OutlineItem } from '../model/outline.ts';
import { systemAt, textsAt } from '../model/sectioned.ts';
import { linksIn } from '../syntax/markdown/links.ts';
import type { Section } from '../syntax/markdown/section.ts';
import { at, type Span, START } from '../text/span.ts';
import type { Fact, FactData } from './facts.ts';
import { linkTarget } from './links.ts';
import { fileFields } from './references.ts';
import { type Target, targetOf } from './target.ts';

/** What a `symbols` fact says: something that can be found by name in the whole workspace. */
export interface SymbolFact {
  readonly [key: string]: FactData;
  readonly kind: 'entry' | 'system';
  /** An entry's id as written, a system's id. */
  readonly name: string;
  /** An entry's qualified id; the system's name. */
  readonly detail: string | null;
}

/** One heading in what a `headings` fact says of a document: its title, and where that begins and ends. */
export type HeadingFact = readonly [title: string, start: number, end: number];

/**
 * What a document tells for moving through the workspace: `links:<path>` for each file it names, `globs` for those
 * it names by pattern, `system:<id>` where it names its AI system, `symbols` and `headings` for what can be searched, `dataset:<key>` for what a dataset card
 * describes and `uses-dataset:<key>` for each dataset that metadata names. Rules do
 * not read these, so no edit of them asks for a check. `named` is what the entries of a mapping name.
 */
export function navigationFacts(
  document: ParsedDocument,
  root: string,
  outline: readonly OutlineItem[],
  named: readonly string[] = [],
): Fact[] {
  const facts: Fact[] = [];
  const linked = new Set<string>();
  for (const target of namedTargets(document, root, named)) {
    if (target.kind === 'glob') facts.push({ key: 'globs', data: target.pattern, span: START });
    if (target.kind === 'file' && target.path !== document.path) linked.add(target.path);
  }
  for (const path of linked) facts.push({ key: `links:${path}`, data: null, span: START });
  const system = systemOf(document);
  if (system !== undefined) {
    const { id, span, name } = system;
    facts.push({ key: `system:${id}`, data: document.kind, span });
    if (document.kind === 'control-mapping') facts.push(symbol('system', id, name, span));
  }
  facts.push(...datasetFacts(document));
  if (outline.length > 0) facts.push({ key: 'headings', data: () => headingsOf(outline), span: START });
  return facts;
}

function headingsOf(outline: readonly OutlineItem[]): HeadingFact[] {
  return outline.flatMap(({ title, heading, style }): HeadingFact[] =>
    title === '' || style === 'bold' ? [] : [[title, heading.start, heading.end]],
  );
}

/** What a document names, fragments left out, so that many links to one file are read once. */
function namedTargets({ model, path }: ParsedDocument, root: string, named: readonly string[]): Target[] {
  if (model.kind === 'config') return [];
  if (model.kind === 'control-mapping') return named.map(text => targetOf(text, path, root));
  const written = new Set<string>();
  for (const { value } of bodyOf(model)?.sections ?? [])
    for (const file of value.derive(filesIn)) written.add(file);
  if ('metadata' in model)
    for (const { value } of fileFields(model.metadata))
      for (const file of fileOf(value.value)) written.add(file);
  return [...written].map(text => linkTarget(text, path, root));
}

const NONE: readonly string[] = [];

/** What the links of a section name, fragments and addresses left out. */
function filesIn(section: Section): readonly string[] {
  const files = section.derive(linksIn).flatMap(({ target }) => fileOf(target));
  return files.length === 0 ? NONE : files;
}

function fileOf(link: string): readonly string[] {
  const hash = link.indexOf('#');
  if (hash === 0 || /^https?:/i.test(link)) return NONE;
  return [hash < 0 ? link : link.slice(0, hash)];
}

function datasetFacts({ path, model }: ParsedDocument): Fact[] {
  if (!('metadata' in model)) return [];
  const named = textsAt(model.metadata, 'datasets').map(({ start, value }): Fact => {
    return { key: `uses-dataset:${datasetKey(value.value)}`, data: value.value, span: at(start, value) };
  });
  if (model.kind !== 'dataset-card') return named;
  const first = model.outline.find(item => item.level === 1);
  const span = first?.heading ?? { start: 0, end: 0 };
  const own = datasetKeys(path, model.metadata, model.outline);
  return [...named, ...own.map((key): Fact => ({ key: `dataset:${key}`, data: key, span }))];
}

/** A `symbols` fact. */
export function symbol(kind: SymbolFact['kind'], name: string, detail: string | null, span: Span): Fact {
  const data: SymbolFact = { kind, name, detail };
  return { key: 'symbols', data, span };
}

/** Where a document names its AI system: `system.id` of a mapping, `system:` of every other kind. */
export function systemOf({
  model,
}: ParsedDocument): { id: string; name: string | null; span: Span } | undefined {
  if (model.kind === 'control-mapping') {
    const id = model.system?.value.id;
    if (model.system === undefined || id === undefined) return undefined;
    return { id: id.value, name: model.system.value.name?.value ?? null, span: at(model.system.start, id) };
  }
  if (!('metadata' in model)) return undefined;
  const named = systemAt(model.metadata);
  return named === undefined
    ? undefined
    : { id: named.value.value, name: null, span: at(named.start, named.value) };
}
