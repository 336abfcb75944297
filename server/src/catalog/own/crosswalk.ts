import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import type { Basis } from '../types.ts';
import { defined } from './native-item.ts';
import { Reading } from './reading.ts';
import type { At, OwnFile, OwnPair } from './types.ts';

const BASES: readonly Basis[] = ['published', 'derived', 'editorial'];
const KEYS = ['$schema', 'id', 'from', 'to', 'basis', 'publisher', 'caveat', 'provenance', 'pairs'];
const PAIR_KEYS = ['from', 'to', 'basis', 'strength', 'caveat'];
/** More pairs than this are not read. */
export const MOST_PAIRS = 50_000;

/** Reads a crosswalk in our own format. What rests on nothing that is named is editorial. */
export function nativeCrosswalk(root: YamlNode): OwnFile {
  const reading = new Reading();
  reading.onlyKeys(root, KEYS);
  const from = reading.needed(root, 'from', 'this crosswalk');
  const to = reading.needed(root, 'to', 'this crosswalk');
  const publisher = reading.text(root, 'publisher');
  const basis = reading.word(root, 'basis', BASES) ?? 'editorial';
  if (basis === 'published' && publisher === undefined)
    reading.problem(
      valueAt(root, 'basis') ?? root,
      'A published crosswalk names no publisher',
      'Add "publisher:" so that readers know whose pairs these are',
    );
  const pairs = reading
    .list(root, 'pairs')
    .slice(0, MOST_PAIRS)
    .flatMap(node => pairOf(node, reading));
  const file: OwnFile = {
    format: 'crosswalk',
    catalogs: [],
    crosswalks: [],
    overlays: [],
    problems: reading.problems,
  };
  if (from === undefined || to === undefined) return file;
  const crosswalk = {
    id: reading.text(root, 'id')?.value ?? `${from.value}--${to.value}`,
    from: named(from),
    to: named(to),
    basis,
    publisher: publisher?.value,
    caveat: reading.text(root, 'caveat')?.value,
    pairs,
  };
  return { ...file, crosswalks: [crosswalk] };
}

function named({ value, span }: At<string>): { names: readonly string[]; span: At<string>['span'] } {
  return { names: [value], span };
}

function pairOf(node: YamlNode, reading: Reading): OwnPair[] {
  const map = reading.map(node, 'This pair');
  if (map === undefined) return [];
  reading.onlyKeys(map, PAIR_KEYS);
  const [from, to] = [reading.needed(map, 'from', 'this pair'), reading.needed(map, 'to', 'this pair')];
  if (from === undefined || to === undefined) return [];
  const rest = defined({
    basis: reading.word(map, 'basis', BASES),
    strength: reading.word(map, 'strength', ['core', 'related']),
    caveat: reading.text(map, 'caveat')?.value,
  });
  return [{ from, to, ...rest }];
}
