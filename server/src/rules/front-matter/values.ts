import type { CardKey } from '../../catalog/card-key.ts';
import type { Metadata, SectionedModel } from '../../model/sectioned.ts';
import { substanceOfNode } from '../../model/yaml-placeholders.ts';
import { keyText, type YamlNode } from '../../syntax/yaml/nodes.ts';
import type { YamlTree } from '../../syntax/yaml/tree.ts';
import type { RuleContext } from '../define.ts';
import { isTemplateText } from './template.ts';

/** A value of a key that the hub knows. Places are local to the unit that begins at `start`. */
export interface FrontValue {
  readonly key: CardKey;
  /** The key with those above it, such as `model-index.results.task`. */
  readonly name: string;
  /** Where the key stands; for an item of a list, the item. */
  readonly keyNode: YamlNode;
  readonly node: YamlNode;
  readonly start: number;
  /** Whether `node` is an item of the key's list. */
  readonly isItem: boolean;
}

/** What reading front matter needs of a rule's context. */
export type FrontContext = Pick<RuleContext, 'document' | 'library' | 'remember'>;

/**
 * The values of all keys of a card that the hub knows, outermost first, items of lists behind their list. What cannot
 * be read, what is still to be filled in and what an alias stands for is left out. Worked out once for all rules.
 */
export function frontValues(model: SectionedModel, context: FrontContext): readonly FrontValue[] {
  const { yaml, kind } = model;
  if (model.form !== 'markdown' || yaml === undefined || yaml.shape !== 'map') return [];
  return context.remember(yaml, `front values of ${kind}`, () =>
    isTemplateText(context.document.source.slice(yaml.span))
      ? []
      : gathered(model.metadata, context.library.cards.keys(kind), faultyStarts(yaml)),
  );
}

function gathered(
  metadata: Metadata,
  keys: ReadonlyMap<string, CardKey>,
  faulty: ReadonlySet<number>,
): readonly FrontValue[] {
  const found: FrontValue[] = [];
  for (const [name, { start, value: pair }] of metadata) {
    const key = keys.get(name);
    if (key === undefined || faulty.has(start)) continue;
    gather({ key, name, keyNode: pair.key, node: pair.value, start, isItem: false }, found);
  }
  return found;
}

function gather(value: FrontValue, found: FrontValue[]): void {
  const { key, name, node, start } = value;
  if (node.kind === 'alias' || isUnfilled(node)) return;
  found.push(value);
  if (node.kind === 'seq' && !value.isItem) {
    for (const item of node.items) gather({ ...value, keyNode: item, node: item, isItem: true }, found);
  } else if (node.kind === 'map' && (value.isItem ? key.items : key.types)?.includes('map') === true) {
    for (const pair of node.pairs) {
      const inner = key.keys?.find(each => each.name === keyText(pair.key));
      if (inner === undefined) continue;
      const path = `${name}.${inner.name}`;
      gather({ key: inner, name: path, keyNode: pair.key, node: pair.value, start, isItem: false }, found);
    }
  }
}

/** `TODO`, `[Your …]`, and `{license}` as forms have it, which YAML reads as a map of a key without a value. */
function isUnfilled(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.value !== null && substanceOfNode(node) === 'placeholder';
  return (
    node.kind === 'map' &&
    node.flow &&
    node.pairs.length > 0 &&
    node.pairs.every(({ value }) => value.kind === 'scalar' && value.value === null)
  );
}

/** Where parts begin in which something cannot be read; keys that stand twice leave the rest usable. */
function faultyStarts({ parts, problems }: YamlTree): Set<number> {
  const starts = new Set<number>();
  const faults = problems.filter(each => each.value.code !== 'yaml-duplicate-key');
  if (faults.length === 0) return starts;
  for (const { span } of parts)
    if (faults.some(({ start }) => span.start <= start && start < span.end)) starts.add(span.start);
  return starts;
}
