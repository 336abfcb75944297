import { keyText, type YamlNode, type YamlPair } from '../../syntax/yaml/nodes.ts';
import { pairsOf, type YamlTree } from '../../syntax/yaml/tree.ts';
import { isPlainSafe, type Quoting } from './yaml-scalar.ts';

/** How a list is written. */
export interface ListStyle {
  readonly flow: boolean;
  /** Column of the dash, counted from the column of the list's key. */
  readonly dash: number;
  /** Column of what follows the dash, counted from the dash. */
  readonly gap: number;
}

/** How a YAML text is laid out, as far as its author has shown it. */
export interface Layout {
  /** Column of a nested map's keys, counted from the column of its key. */
  readonly step: number;
  readonly list: ListStyle;
  /** The first list under each key. */
  readonly lists: ReadonlyMap<string, ListStyle>;
  /** How the first text under each key is quoted, where it need not have been. */
  readonly quotes: ReadonlyMap<string, Quoting>;
}

/** What is written where the author has shown nothing. */
export const DEFAULT_LAYOUT: Layout = {
  step: 2,
  list: { flow: false, dash: 2, gap: 2 },
  lists: new Map(),
  quotes: new Map(),
};

/** Column of an offset: UTF-16 code units from the start of its line; a byte order mark does not count. */
export function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start -= 1;
  return offset - start - (start === 0 && offset > 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Reads the layout off a YAML text. Linear in its length; asked for only where something is written. */
export function layoutOf(text: string, tree: YamlTree): Layout {
  const found = new Samples(text);
  for (const { start, value } of pairsOf(tree)) found.pair(value, start);
  return {
    step: found.step ?? DEFAULT_LAYOUT.step,
    list: found.list ?? DEFAULT_LAYOUT.list,
    lists: found.lists,
    quotes: found.quotes,
  };
}

class Samples {
  step: number | undefined;
  list: ListStyle | undefined;
  readonly lists = new Map<string, ListStyle>();
  readonly quotes = new Map<string, Quoting>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  pair({ key, value }: YamlPair, start: number): void {
    const name = keyText(key);
    if (name === undefined) return;
    const column = (node: YamlNode): number => columnOf(this.text, start + node.from);
    // Where the text is at fault a value may stand left of its key; that shows no layout.
    const by = column(value) - column(key);
    if (value.kind === 'map' && !value.flow && value.pairs.length > 0 && by > 0) this.step ??= by;
    if (value.kind === 'seq' && (by >= 0 || value.flow)) this.sequence(name, value, by, start);
    if (value.kind === 'scalar') this.quoting(name, value, value.style);
    this.within(name, value, start);
  }

  private sequence(name: string, value: YamlNode & { kind: 'seq' }, dash: number, start: number): void {
    const first = value.items[0];
    const sameLine =
      first !== undefined && !/[\r\n]/.test(this.text.slice(start + value.from, start + first.from));
    const gap = sameLine && !value.flow ? first.from - value.from : DEFAULT_LAYOUT.list.gap;
    const style: ListStyle = { flow: value.flow, dash: value.flow ? DEFAULT_LAYOUT.list.dash : dash, gap };
    if (!value.flow) this.list ??= style;
    if (!this.lists.has(name) && (value.items.length > 0 || !value.flow)) this.lists.set(name, style);
  }

  private within(name: string, value: YamlNode, start: number): void {
    if (value.kind === 'map') for (const pair of value.pairs) this.pair(pair, start);
    if (value.kind !== 'seq') return;
    for (const item of value.items) {
      if (item.kind === 'scalar') this.quoting(name, item, item.style);
      this.within(name, item, start);
    }
  }

  /** Quotes that a value needs say nothing of the author's taste. */
  private quoting(name: string, node: YamlNode & { kind: 'scalar' }, style: string): void {
    if (typeof node.value !== 'string' || this.quotes.has(name)) return;
    if (style === 'plain') this.quotes.set(name, 'plain');
    else if ((style === 'single' || style === 'double') && isPlainSafe(node.source, false))
      this.quotes.set(name, style);
  }
}
