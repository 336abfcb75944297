import { datasetKey, datasetKeys } from '../model/dataset-names.ts';
import type { ParsedDocument } from '../model/document.ts';
import { textField } from '../model/field.ts';
import type { OutlineItem } from '../model/outline.ts';
import { textsAt } from '../model/sectioned.ts';
import { pairOf } from '../syntax/yaml/nodes.ts';
import { at, type Span } from '../text/span.ts';
import type { Fact, FactData } from './facts.ts';
import { pathReferences } from './references.ts';

/** What a `symbols` fact says: something that can be found by name in the whole workspace. */
export interface SymbolFact {
  readonly [key: string]: FactData;
  readonly kind: 'entry' | 'section' | 'system';
  /** A heading's title, an entry's id as written, a system's id. */
  readonly name: string;
  /** An entry's qualified id; the system's name; null for sections. */
  readonly detail: string | null;
}

/**
 * What a document tells for moving through the workspace: `links:<path>` for each file it names, `globs` for those
 * it names by pattern, `system:<id>` where it names its AI system, `symbols` for what can be searched, `dataset:<key>` for what a dataset card
 * describes and `uses-dataset:<key>` for each dataset that metadata names. Rules do
 * not read these, so no edit of them asks for a check.
 */
export function navigationFacts(
  document: ParsedDocument,
  root: string,
  outline: readonly OutlineItem[],
): Fact[] {
  const facts: Fact[] = [];
  const linked = new Map<string, Span>();
  for (const { target, span } of pathReferences(document, root)) {
    if (target.kind === 'glob') facts.push({ key: 'globs', data: target.pattern, span });
    if (target.kind === 'file' && target.path !== document.path && !linked.has(target.path))
      linked.set(target.path, span);
  }
  for (const [path, span] of linked) facts.push({ key: `links:${path}`, data: null, span });
  const system = systemOf(document);
  if (system !== undefined) {
    const { id, span, name } = system;
    facts.push({ key: `system:${id}`, data: document.kind, span });
    if (document.kind === 'control-mapping') facts.push(symbol('system', id, name, span));
  }
  facts.push(...datasetFacts(document));
  for (const { title, heading, style } of outline)
    if (title !== '' && style !== 'bold') facts.push(symbol('section', title, null, heading));
  return facts;
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
  if (model.kind === 'config' || model.kind === 'evidence') return undefined;
  const pair = model.metadata.get('system');
  const id = textField(pairOf(pair?.value.value, 'id') ?? pair?.value);
  if (pair === undefined || id === undefined || id.value === '') return undefined;
  return { id: id.value, name: null, span: at(pair.start, id) };
}
