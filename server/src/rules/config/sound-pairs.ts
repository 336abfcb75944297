import type { YamlPair } from '../../syntax/yaml/nodes.ts';
import { pairsOf, type YamlTree } from '../../syntax/yaml/tree.ts';
import type { Placed } from '../../text/span.ts';

/** The top-level pairs that were read without a fault: what stands in the others may be something else. */
export function soundPairs(tree: YamlTree): Placed<YamlPair>[] {
  return tree.parts.flatMap(part => {
    const faulty =
      part.unit.fault !== undefined || part.entries?.some(each => each.value.fault !== undefined) === true;
    return faulty ? [] : pairsOf({ ...tree, parts: [part] });
  });
}
