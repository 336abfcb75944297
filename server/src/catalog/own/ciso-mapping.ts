import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { MOST_PAIRS } from './crosswalk.ts';
import { members, type Reading, spanOf, textIn } from './reading.ts';
import type { FrameworkName, OwnCrosswalk, OwnPair } from './types.ts';

/** CISO Assistant's relationships. */
const RELATIONS: Readonly<
  Record<string, { readonly strength: string; readonly caveat: string | undefined }>
> = {
  equal: { strength: 'core', caveat: undefined },
  subset: { strength: 'related', caveat: 'The source covers a part of the target (subset).' },
  superset: { strength: 'related', caveat: 'The source covers more than the target (superset).' },
  intersect: { strength: 'related', caveat: 'The two overlap in part (intersect).' },
};

/** The mapping sets of a library as crosswalks of its provider. */
export function cisoCrosswalks(
  objects: YamlNode,
  root: YamlNode,
  path: string,
  reading: Reading,
): OwnCrosswalk[] {
  const sets = ['requirement_mapping_set', 'requirement_mapping_sets'].flatMap(key =>
    members(valueAt(objects, key)),
  );
  return sets.flatMap((set, index): OwnCrosswalk[] => {
    const from = frameworkNamed(set, 'source_framework_urn', reading);
    const to = frameworkNamed(set, 'target_framework_urn', reading);
    if (from === undefined || to === undefined) return [];
    return [
      {
        id: textIn(set, 'urn') ?? `${path}#${index}`,
        from,
        to,
        basis: 'published',
        publisher: textIn(root, 'provider') ?? textIn(root, 'name') ?? path,
        caveat: undefined,
        pairs: reading
          .list(set, 'requirement_mappings')
          .slice(0, MOST_PAIRS)
          .flatMap(node => pairOf(node, reading)),
      },
    ];
  });
}

/** A framework by its urn; the urn's end, `iso42001-2023`, is how it is called. */
function frameworkNamed(set: YamlNode, key: string, reading: Reading): FrameworkName | undefined {
  const urn = reading.needed(set, key, 'this mapping set');
  if (urn === undefined) return undefined;
  return { names: [urn.value, urn.value.split(':').at(-1) ?? ''], span: urn.span };
}

function pairOf(node: YamlNode, reading: Reading): OwnPair[] {
  const from = reading.needed(node, 'source_requirement_urn', 'this pair');
  const to = reading.needed(node, 'target_requirement_urn', 'this pair');
  const relation = reading.text(node, 'relationship');
  if (from === undefined || to === undefined || relation?.value === 'not_related') return [];
  const known = Object.hasOwn(RELATIONS, relation?.value ?? '')
    ? RELATIONS[relation?.value ?? '']
    : undefined;
  if (known === undefined)
    reading.at(
      relation?.span ?? spanOf(node),
      relation === undefined
        ? 'This pair has no relationship'
        : `"${relation.value}" is no relationship of CISO Assistant`,
      `Use ${Object.keys(RELATIONS).join(', ')}`,
    );
  const caveat = [known?.caveat, textIn(node, 'rationale')].filter(text => text !== undefined).join(' ');
  return [
    {
      from,
      to,
      ...(known === undefined ? {} : { strength: known.strength }),
      ...(caveat === '' ? {} : { caveat }),
    },
  ];
}
