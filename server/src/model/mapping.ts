import type { YamlNode, YamlPair } from '../syntax/yaml/nodes.ts';
import { pairsOf, type YamlPart, type YamlTree } from '../syntax/yaml/tree.ts';
import type { YamlUnit } from '../syntax/yaml/unit.ts';
import type { Local, Placed } from '../text/span.ts';
import { type Entry, entryOf } from './entry.ts';
import { type Field, fieldsOf, textField, textsField } from './field.ts';

/** What `system:` says about the AI system that a mapping governs. */
export interface SystemBlock extends Local {
  readonly key: Local;
  readonly id: Field<string> | undefined;
  readonly name: Field<string> | undefined;
  readonly owner: Field<string> | undefined;
  readonly role: Field<string> | undefined;
  readonly stage: Field<string> | undefined;
  /** Every field of the block, also those that only scope rules read. */
  readonly fields: ReadonlyMap<string, YamlPair>;
}

/** A control mapping: the Statement of Applicability of one AI system. */
export interface MappingModel {
  readonly kind: 'control-mapping';
  readonly tree: YamlTree;
  readonly mark: Placed<Field<string>> | undefined;
  readonly system: Placed<SystemBlock> | undefined;
  /** The framework of bare ids. */
  readonly framework: Placed<Field<string>> | undefined;
  /** Further frameworks in scope. */
  readonly frameworks: readonly Placed<Field<string>>[];
  /** The `controls` key, present even when nothing stands under it. */
  readonly controls: Placed<YamlPair> | undefined;
  readonly entries: readonly Placed<Entry>[];
}

/** Reads a mapping. Whatever is missing or of the wrong type is absent from the model; nothing throws. */
export function mappingOf(tree: YamlTree): MappingModel {
  const pairs = new Map<string, Placed<YamlPair>>();
  for (const part of tree.parts) {
    const pair = headPair(part);
    if (pair?.key.kind === 'scalar') pairs.set(pair.key.source, { start: part.span.start, value: pair });
  }
  if (tree.parts.length === 1 && tree.parts[0]?.entries === undefined)
    for (const each of pairsOf(tree))
      if (each.value.key.kind === 'scalar') pairs.set(each.value.key.source, each);
  const framework = pairs.get('framework');
  const frameworks = pairs.get('frameworks');
  return {
    kind: 'control-mapping',
    tree,
    mark: placed(pairs.get('clausewright'), textField),
    system: placed(whole(tree, pairs.get('system')), systemOf),
    framework: placed(framework, textField),
    frameworks: frameworks === undefined ? [] : listed(whole(tree, frameworks)),
    controls: pairs.get('controls'),
    entries: entriesOf(tree, pairs.get('controls')),
  };
}

function headPair(part: YamlPart): YamlPair | undefined {
  return part.unit.node.kind === 'map' ? part.unit.node.pairs[0] : undefined;
}

/** A pair with its entries joined in as value, where the tree keeps them apart. */
function whole(tree: YamlTree, pair: Placed<YamlPair> | undefined): Placed<YamlPair> | undefined {
  if (pair === undefined) return undefined;
  const part = tree.parts.find(each => each.span.start === pair.start);
  if (part?.entries === undefined) return pair;
  return pairsOf({ ...tree, parts: [part] })[0];
}

function placed<T>(
  pair: Placed<YamlPair> | undefined,
  read: (pair: YamlPair) => T | undefined,
): Placed<T> | undefined {
  const value = pair === undefined ? undefined : read(pair.value);
  return pair === undefined || value === undefined ? undefined : { start: pair.start, value };
}

function listed(pair: Placed<YamlPair> | undefined): Placed<Field<string>>[] {
  if (pair === undefined) return [];
  return textsField(pair.value).map(value => ({ start: pair.start, value }));
}

function systemOf(pair: YamlPair): SystemBlock | undefined {
  const fields = fieldsOf(pair.value);
  if (pair.value.kind === 'scalar' && pair.value.value !== null) {
    const id = textField(pair);
    return { key: pair.key, from: pair.value.from, to: pair.value.to, id, ...NO_DETAILS, fields };
  }
  return {
    key: pair.key,
    from: pair.value.from,
    to: pair.value.to,
    id: textField(fields.get('id')),
    name: textField(fields.get('name')),
    owner: textField(fields.get('owner')),
    role: textField(fields.get('role')),
    stage: textField(fields.get('stage')),
    fields,
  };
}

const NO_DETAILS = { name: undefined, owner: undefined, role: undefined, stage: undefined };

function entriesOf(tree: YamlTree, controls: Placed<YamlPair> | undefined): Placed<Entry>[] {
  if (controls === undefined) return [];
  const part = tree.parts.find(each => each.span.start === controls.start && each.entries !== undefined);
  if (part?.entries !== undefined && headPair(part)?.key === controls.value.key) {
    return part.entries.flatMap(({ start, value }) =>
      value.derive(entriesIn).map(entry => ({ start, value: entry })),
    );
  }
  const fault = tree.parts.find(each => each.span.start === controls.start)?.unit.fault !== undefined;
  return members(controls.value.value, fault).map(value => ({ start: controls.start, value }));
}

/** The entries of one chunk: one, unless the chunk could not be cut. */
export function entriesIn(unit: YamlUnit): Entry[] {
  return members(unit.node, unit.fault !== undefined);
}

function members(node: YamlNode, faulty: boolean): Entry[] {
  if (node.kind === 'seq') return node.items.map(item => entryOf(undefined, item, faulty));
  if (node.kind === 'map') return node.pairs.map(pair => entryOf(pair.key, pair.value, faulty));
  return [];
}
