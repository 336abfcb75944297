import type { FormatSchema } from '../catalog/format.ts';
import { nearestWord } from '../catalog/nearest.ts';
import { keyText, type YamlNode, type YamlPair } from '../syntax/yaml/nodes.ts';

/** A key that is not known and looks like one that is. */
export interface KeyFault {
  readonly pair: YamlPair;
  readonly written: string;
  readonly meant: string;
}

/** The keys of a map that are probably misspelt: not known, close to one that is, and that one is not there yet. */
export function keyFaults(node: YamlNode, known: readonly string[]): KeyFault[] {
  if (node.kind !== 'map') return [];
  const names = node.pairs.map(pair => keyText(pair.key));
  const free = known.filter(each => !names.includes(each));
  return node.pairs.flatMap((pair, index) => {
    const written = names[index];
    if (written === undefined || known.includes(written)) return [];
    const meant = nearestWord(written, free)?.word;
    return meant === undefined ? [] : [{ pair, written, meant }];
  });
}

/** The keys that a schema describes. */
export function knownKeys(schema: FormatSchema | undefined): readonly string[] {
  return Object.keys(schema?.properties ?? {});
}
