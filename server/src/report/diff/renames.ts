import type { Source } from '../../text/source.ts';
import { nameOf } from '../../workspace/paths.ts';

/** Documents that share fewer of their lines are two documents. */
const ALIKE = 0.5;

/** More pairs than this of files with different names are not compared line by line. */
const MOST_PAIRS = 10_000;

/** Files of one name, such as README.md, among which the former one is looked for. */
const MOST_NAMESAKES = 100;

/** A document by its path. */
export interface Written {
  readonly path: string;
  readonly source: Source;
}

/**
 * The former path of each document that only got another one, by its new path. Documents with the same text come
 * first, then those of the same name that share most of their lines, then any that do; each counts once.
 */
export function renames(gone: readonly Written[], come: readonly Written[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const left = new Map(gone.map(each => [each.path, each]));
  const pair = (to: string, from: string): void => {
    found.set(to, from);
    left.delete(from);
  };
  const byText = new Map(gone.map(each => [each.source.text, each.path]));
  for (const { path, source } of come) {
    const same = byText.get(source.text);
    if (same !== undefined && left.has(same)) pair(path, same);
  }
  const lines = new Map([...gone, ...come].map(each => [each, linesOf(each.source)]));
  const compare = (candidates: (to: Written) => readonly Written[]): void => {
    const others = come.filter(each => !found.has(each.path));
    const pairs = others.flatMap(to =>
      candidates(to)
        .filter(from => left.has(from.path))
        .map(from => ({ to: to.path, from: from.path, alike: likeness(lines.get(to), lines.get(from)) })),
    );
    for (const { to, from, alike } of pairs.sort((a, b) => b.alike - a.alike))
      if (alike >= ALIKE && !found.has(to) && left.has(from)) pair(to, from);
  };
  const byName = new Map<string, Written[]>();
  for (const each of gone) {
    const group = byName.get(nameOf(each.path));
    if (group === undefined) byName.set(nameOf(each.path), [each]);
    else if (group.length < MOST_NAMESAKES) group.push(each);
  }
  compare(to => byName.get(nameOf(to.path)) ?? []);
  if ((come.length - found.size) * left.size <= MOST_PAIRS) compare(() => [...left.values()]);
  return found;
}

/** How often each line that says something stands in a text. */
function linesOf({ text }: Source): Counts {
  const lines = new Map<string, number>();
  for (const line of text.split(/[\r\n]+/)) {
    const said = line.trim();
    if (said !== '') lines.set(said, (lines.get(said) ?? 0) + 1);
  }
  return lines;
}

type Counts = ReadonlyMap<string, number>;

/** The share of lines that two texts have in common. */
function likeness(a: Counts = new Map(), b: Counts = new Map()): number {
  const count = (lines: Counts): number => [...lines.values()].reduce((sum, each) => sum + each, 0);
  let common = 0;
  for (const [line, times] of a) common += Math.min(times, b.get(line) ?? 0);
  const most = Math.max(count(a), count(b));
  return most === 0 ? 0 : common / most;
}
