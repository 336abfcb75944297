import type { Placed } from '../../text/span.ts';
import type { Problem } from '../problem.ts';
import { keyText, type YamlPair } from './nodes.ts';
import type { YamlPart } from './tree.ts';
import type { YamlUnit } from './unit.ts';

/** The faults of all parts, and keys that stand twice across chunks, in the order of the text. */
export function problemsOf(parts: readonly YamlPart[]): Placed<Problem>[] {
  const problems: Placed<Problem>[] = [];
  const keys = new Set<string>();
  for (const { span, unit, entries, cut } of parts) {
    addFaults(span.start, unit, problems);
    addKeys(span.start, unit, keys, problems);
    const own = new Set<string>();
    for (const { start, value } of entries ?? []) {
      addFaults(start, value, problems);
      if (cut?.form === 'pair') addKeys(start, value, own, problems);
    }
  }
  return problems;
}

function addFaults(start: number, unit: YamlUnit, problems: Placed<Problem>[]): void {
  if (unit.fault !== undefined) problems.push({ start, value: unit.fault });
  else for (const value of unit.duplicates) problems.push({ start, value });
}

/** Each chunk gives its key; a map in one chunk was looked through when it was parsed. */
function addKeys(start: number, unit: YamlUnit, keys: Set<string>, problems: Placed<Problem>[]): void {
  const pair = unit.node.kind === 'map' && unit.form === 'pair' ? unit.node.pairs[0] : undefined;
  const name = pair === undefined ? undefined : keyText(pair.key);
  if (pair === undefined || name === undefined || name === '<<') return;
  if (keys.has(name)) problems.push({ start, value: doubled(pair, name) });
  keys.add(name);
}

function doubled({ key }: YamlPair, name: string): Problem {
  const message = `the key "${name}" stands twice`;
  return { code: 'yaml-duplicate-key', message, from: key.from, to: key.to };
}
