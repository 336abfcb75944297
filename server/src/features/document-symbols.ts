import type { Concept } from '../catalog/types.ts';
import { headingKey } from '../catalog/vocabulary.ts';
import type { DataPart } from '../model/data-card.ts';
import type { ParsedDocument } from '../model/document.ts';
import { yamlTreeOf } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';
import type { MappingModel } from '../model/mapping.ts';
import { keyText } from '../syntax/yaml/nodes.ts';
import { pairIn } from '../syntax/yaml/tree.ts';
import { at, type Placed, type Span } from '../text/span.ts';
import { conceptStates } from '../workspace/concepts.ts';
import type { Session } from '../workspace/session.ts';
import { contextOf, type FeatureContext } from './context.ts';
import { outlineIn } from './sections.ts';

/** One line of a document's outline. */
export interface DocumentSymbol {
  readonly kind: 'section' | 'entry' | 'system' | 'key';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  /** All that belongs to it; holds `selection`. */
  readonly span: Span;
  /** The title, id or key. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** A document's outline: sections under sections; of a mapping its system and entries; keys of other YAML. */
export function documentSymbols(session: Session, path: string): DocumentSymbol[] {
  const context = contextOf(session, path);
  if (context === undefined) return [];
  const { document } = context;
  if (document.model.kind === 'control-mapping') return mappingSymbols(document.model, context);
  if ('data' in document.model && document.model.data !== undefined)
    return partSymbols(document.model.data, context);
  const outline = outlineIn(document);
  return outline.length > 0 ? sectionSymbols(context) : keySymbols(document);
}

function sectionSymbols(context: FeatureContext): DocumentSymbol[] {
  const { document } = context;
  const { lines } = document.source;
  const concepts = conceptsOf(context);
  const roots: DocumentSymbol[] = [];
  const lists: DocumentSymbol[][] = [];
  for (const [index, item] of outlineIn(document).entries()) {
    const children: DocumentSymbol[] = [];
    lists[index] = children;
    if (item.level === 0) continue;
    const start = lines.start(lines.lineAt(item.heading.start));
    const symbol: DocumentSymbol = {
      kind: 'section',
      name: item.title.trim() || '(no title)',
      detail: conceptDetail(item.title, concepts[index] ?? []),
      span: { start, end: Math.max(item.heading.end, item.extent.end) },
      selection: item.heading,
      children,
    };
    (lists[item.parent] ?? roots).push(symbol);
  }
  return roots;
}

/** The concepts of each heading of a card or an assessment; nothing for other documents. */
function conceptsOf({ document, library, scope }: FeatureContext): readonly (readonly Concept[])[] {
  const { model } = document;
  if (!('outline' in model)) return [];
  return conceptStates(model, library.vocabulary(model.kind), scope.headings).ofHeading;
}

/** What a section is about, where its heading says it otherwise, and the controls that it can evidence. */
function conceptDetail(title: string, concepts: readonly Concept[]): string {
  const ids = [...new Set(concepts.flatMap(each => each.controls))].map(id => id.slice(id.indexOf(':') + 1));
  const names = concepts.filter(each => headingKey(each.title) !== headingKey(title)).map(each => each.title);
  return [names.join(', '), ids.join(', ')].filter(each => each !== '').join(' · ');
}

/** The fields of a card in another format that stand for concepts. */
function partSymbols(parts: readonly DataPart[], { library }: FeatureContext): DocumentSymbol[] {
  const vocabulary = library.vocabulary('model-card');
  return parts
    .map(({ concept, pair: { start, value } }): DocumentSymbol => {
      const name = keyText(value.key) ?? '';
      const known = vocabulary.concept(concept);
      return {
        kind: 'key',
        name: name === '' ? concept : name,
        detail: known === undefined ? '' : conceptDetail(name, [known]),
        span: { start: start + value.key.from, end: start + value.to },
        selection: at(start, value.key),
        children: [],
      };
    })
    .sort((a, b) => a.span.start - b.span.start);
}

function mappingSymbols(model: MappingModel, context: FeatureContext): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  if (model.system !== undefined) {
    const { start, value } = model.system;
    const span = { start: start + value.key.from, end: start + Math.max(value.to, value.key.to) };
    const name = value.id?.value || value.name?.value || 'system';
    const detail = value.name?.value ?? '';
    symbols.push({ kind: 'system', name, detail, span, selection: at(start, value.key), children: [] });
  }
  for (const entry of model.entries) symbols.push(entrySymbol(entry, context));
  return symbols.sort((a, b) => a.span.start - b.span.start);
}

function entrySymbol({ start, value }: Placed<Entry>, context: FeatureContext): DocumentSymbol {
  const id = value.id;
  const item = id === undefined ? undefined : context.library.resolve(id.value, context.framework)?.item;
  const title = item === undefined ? '' : ` ${item.title}`;
  const status = value.applicable?.value === false ? 'excluded' : (value.status?.value ?? '');
  const span = at(start, value);
  const selection = id === undefined ? { start: span.start, end: span.start } : at(start, id);
  return {
    kind: 'entry',
    name: `${id?.value.trim() || '(no id)'}${title}`,
    detail: status,
    span: { start: Math.min(span.start, selection.start), end: Math.max(span.end, selection.end) },
    selection,
    children: [],
  };
}

function keySymbols({ model }: ParsedDocument): DocumentSymbol[] {
  const tree = yamlTreeOf(model);
  return (tree?.parts ?? []).flatMap((part): DocumentSymbol[] => {
    const pair = pairIn(part.unit);
    const name = pair === undefined ? '' : (keyText(pair.key) ?? '');
    if (pair === undefined || name.trim() === '') return [];
    const { start } = part.span;
    const last = part.entries?.at(-1);
    const end = last === undefined ? start + pair.to : last.start + last.value.node.to;
    const span = { start: start + pair.from, end };
    return [{ kind: 'key', name, detail: '', span, selection: at(start, pair.key), children: [] }];
  });
}
