import type { ControlExplanation } from '../../../features/explain.ts';
import { basisInWords } from '../../../features/hover/control.ts';
import type { Paint } from '../../../report/paint.ts';
import { wrap } from '../help.ts';
import { list } from './list.ts';

type Crosswalk = ControlExplanation['crosswalk'];

/** Pairs with other frameworks, those of one origin together under it: what they rest on stands there once. */
export function crosswalkText(crosswalk: Crosswalk, titled: (id: string) => string, paint: Paint): string[] {
  const groups = new Map<string, Crosswalk[number][]>();
  for (const pair of crosswalk) {
    const origin = JSON.stringify([pair.basis, pair.publisher, pair.caveat]);
    const group = groups.get(origin);
    if (group === undefined) groups.set(origin, [pair]);
    else group.push(pair);
  }
  return [...groups.values()].map(group => {
    const [first] = group;
    const pairs = list(
      `Evidence is also useful for (${basisInWords(first?.basis ?? '', first?.publisher)})`,
      group.map(({ id }) => titled(id)),
      paint,
    );
    return first?.caveat === undefined ? pairs : `${pairs}\n${paint.faint(wrap(first.caveat, '  '))}`;
  });
}
