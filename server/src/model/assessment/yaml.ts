import { keyText, valueAt, type YamlNode, type YamlPair } from '../../syntax/yaml/nodes.ts';
import { at, type Placed, type Span } from '../../text/span.ts';
import type { SectionedModel } from '../sectioned.ts';
import type { Columns } from './columns.ts';
import type { Concepts } from './concepts.ts';
import { Draft, type Target } from './draft.ts';
import { fieldOf } from './match.ts';
import { columnsOf, KEYS, METADATA_KEYS, RECORDS } from './shape.ts';
import type { Assessment } from './types.ts';
import { recordKind, rowOfMap } from './yaml-rows.ts';
import { nodeText, scalarValue, valuesIn } from './yaml-text.ts';

/** Reads an assessment that is written as YAML. */
export function assessmentOfYaml(model: SectionedModel, concepts: Concepts): Assessment {
  const metadata = new Map<string, Placed<YamlPair>>();
  const draft = new Draft(metadata, false);
  for (const [key, placed] of model.metadata) readKey(draft, metadata, concepts, key, placed);
  return draft.assessment();
}

function readKey(
  draft: Draft,
  metadata: Map<string, Placed<YamlPair>>,
  concepts: Concepts,
  key: string,
  placed: Placed<YamlPair>,
): void {
  const { start, value: pair } = placed;
  if (key === KEYS.title) draft.title = scalarValue(pair.value, start);
  else if (key === KEYS.lead) addText(draft.lead, pair.value, start);
  else if (key === KEYS.other && pair.value.kind === 'seq') readOthers(draft, pair.value.items, start);
  else if (key === KEYS.frontMatter && pair.value.kind === 'map')
    addMetadata(metadata, pair.value.pairs, start);
  else {
    const concept = METADATA_KEYS.has(key) ? undefined : concepts.ofKey(key);
    if (concept === undefined) metadata.set(key, placed);
    else readSection(draft, concepts, concept, pair, start);
  }
}

function addMetadata(
  metadata: Map<string, Placed<YamlPair>>,
  pairs: readonly YamlPair[],
  start: number,
): void {
  for (const pair of pairs) {
    const key = keyText(pair.key);
    if (key !== undefined) metadata.set(key, { start, value: pair });
  }
}

function readOthers(draft: Draft, items: readonly YamlNode[], start: number): void {
  for (const item of items) {
    const title = valueAt(item, 'title');
    const heading = title === undefined ? undefined : scalarValue(title, start);
    const target = draft.otherSection(heading?.value ?? '', heading?.span ?? at(start, item));
    const text = item.kind === 'map' ? valueAt(item, 'text') : item;
    if (text !== undefined) addText(target, text, start);
  }
}

function readSection(draft: Draft, concepts: Concepts, concept: string, pair: YamlPair, start: number): void {
  const target = draft.section(concept, at(start, pair.key));
  const node = pair.value;
  if (node.kind === 'seq') readList(draft, target, concept, node.items, start);
  else if (node.kind === 'map')
    for (const each of node.pairs) readMember(draft, concepts, target, concept, each, start);
  else addText(target, node, start);
}

/** Maps with the keys of a record are records; everything else is text. */
function readList(
  draft: Draft,
  target: Target,
  concept: string,
  items: readonly YamlNode[],
  start: number,
): void {
  const rest: YamlNode[] = [];
  for (const item of items) {
    const name = item.kind === 'map' ? recordKind(item, concept) : undefined;
    if (name === undefined || item.kind !== 'map') rest.push(item);
    else {
      const columns: Columns = RECORDS[name];
      draft.addRows(name, [rowOfMap(item, columns, start)]);
      target.said = true;
    }
  }
  if (rest.length > 0)
    target.add(
      rest.map(each => `- ${nodeText(each).replaceAll('\n', '\n  ')}`).join('\n'),
      spanOf(rest, start),
    );
}

/** One key of a section that is written as a map: a label, a section of its own, its text, its records, or more text. */
function readMember(
  draft: Draft,
  concepts: Concepts,
  target: Target,
  concept: string,
  pair: YamlPair,
  start: number,
): void {
  const key = keyText(pair.key) ?? '';
  const columns = columnsOf(concept) ?? {};
  const field = fieldOf(key, columns);
  const nested = concepts.ofKey(key);
  if (key === KEYS.text) addText(target, pair.value, start);
  else if (key === KEYS.records && pair.value.kind === 'seq')
    readList(draft, target, concept, pair.value.items, start);
  else if (
    field !== undefined &&
    draft.label(concept, field, valuesIn(pair.value, columns[field]?.list === true, start))
  )
    target.said = true;
  else if (nested !== undefined && nested !== concept) readSection(draft, concepts, nested, pair, start);
  else target.add(`**${key}:** ${nodeText(pair.value)}`, at(start, pair));
}

function addText(target: Target, node: YamlNode, start: number): void {
  target.add(nodeText(node), at(start, node));
}

function spanOf(nodes: readonly YamlNode[], start: number): Span {
  return { start: start + (nodes[0]?.from ?? 0), end: start + (nodes.at(-1)?.to ?? 0) };
}
