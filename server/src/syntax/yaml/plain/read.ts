import { missing } from '../convert.ts';
import type { YamlMap, YamlNode, YamlPair, YamlSeq } from '../nodes.ts';
import { type PlainLine, plainLines } from './lines.ts';
import { literalAt } from './literal.ts';
import { plainScalar } from './scalars.ts';
import { afterBlanks, keyEnd, lineValue } from './values.ts';

/** Deeper nesting is left to the library. */
const MOST_NESTING = 20;

/**
 * Reads YAML as people write it: maps and lists in block style, values on one line. It gives what the library gives, or
 * undefined as soon as anything stands there that it does not know, and then the library reads the chunk. Parsing is
 * what a check of many files costs; this takes a tenth of the library's time.
 */
export function readPlain(text: string): YamlNode | undefined {
  const lines = plainLines(text);
  const first = lines?.[0];
  if (lines === undefined || first === undefined) return undefined;
  const reader = new Reader(text, lines);
  const node = reader.block(first.start, first.column, 0);
  return reader.isAtEnd ? node : undefined;
}

/** Walks along the lines; a method gives undefined where the library has to read. */
class Reader {
  private readonly text: string;
  private readonly lines: readonly PlainLine[];
  private index = 0;

  constructor(text: string, lines: readonly PlainLine[]) {
    this.text = text;
    this.lines = lines;
  }

  get isAtEnd(): boolean {
    return this.index === this.lines.length;
  }

  /** The map or list whose first member begins at an offset of the current line, in a column. */
  block(from: number, column: number, depth: number): YamlNode | undefined {
    if (depth > MOST_NESTING) return undefined;
    return this.isItem(from) ? this.list(from, column, depth) : this.map(from, column, depth);
  }

  private isItem(offset: number): boolean {
    const { text } = this;
    if (text.charCodeAt(offset) !== 45) return false;
    const next = text.charCodeAt(offset + 1);
    return Number.isNaN(next) || next === 32 || next === 10 || next === 13;
  }

  private map(from: number, column: number, depth: number): YamlMap | undefined {
    const pairs: YamlPair[] = [];
    let offset = from;
    for (;;) {
      const pair = this.pair(offset, column, depth);
      if (pair === undefined || pairs.some(each => isSameKey(each.key, pair.key))) return undefined;
      pairs.push(pair);
      const line = this.lines[this.index];
      if (line === undefined || line.column < column) break;
      if (line.column > column || this.isItem(line.start)) return undefined;
      offset = line.start;
    }
    return { kind: 'map', flow: false, pairs, from, to: pairs.at(-1)?.to ?? from };
  }

  private pair(from: number, column: number, depth: number): YamlPair | undefined {
    const { text } = this;
    const end = this.lines[this.index]?.end ?? from;
    const colon = keyEnd(text, from, end);
    const key = colon === undefined ? undefined : plainScalar(text, from, colon);
    if (colon === undefined || key === undefined) return undefined;
    const value = this.value(colon, afterBlanks(text, colon + 1, end), end, column, depth);
    return value === undefined ? undefined : { key, value, from, to: Math.max(colon, value.to) };
  }

  private value(
    colon: number,
    from: number,
    end: number,
    column: number,
    depth: number,
  ): YamlNode | undefined {
    if (this.text.charCodeAt(from) === 124 && from < end) return this.literal(from, end, column);
    const line = this.lines[this.index + 1];
    if (from < end) {
      this.index += 1;
      // A deeper line behind a value goes on with it, or is a fault.
      return line !== undefined && line.column > column ? undefined : lineValue(this.text, from, end);
    }
    if (end > colon + 1) return undefined;
    this.index += 1;
    if (line === undefined || line.column < column) return missing(colon + 1);
    if (line.column === column && !this.isItem(line.start)) return missing(colon + 1);
    return this.block(line.start, line.column, depth + 1);
  }

  private literal(mark: number, end: number, column: number): YamlNode | undefined {
    const literal = literalAt(this.text, mark, end, column);
    if (literal === undefined) return undefined;
    while ((this.lines[this.index]?.start ?? literal.next) < literal.next) this.index += 1;
    // A comment right behind the block belongs to nothing; a deeper line is a fault.
    const line = this.lines[this.index];
    return line !== undefined && line.column > column ? undefined : literal.node;
  }

  private list(from: number, column: number, depth: number): YamlSeq | undefined {
    const items: YamlNode[] = [];
    let offset = from;
    for (;;) {
      const item = this.item(offset, column, depth);
      if (item === undefined) return undefined;
      items.push(item);
      const line = this.lines[this.index];
      if (line === undefined || line.column < column) break;
      if (line.column > column) return undefined;
      // A key in the column of the dashes belongs to the map around, whose own key they follow.
      if (!this.isItem(line.start)) break;
      offset = line.start;
    }
    return { kind: 'seq', flow: false, items, from, to: items.at(-1)?.to ?? from };
  }

  private item(dash: number, column: number, depth: number): YamlNode | undefined {
    const { text } = this;
    const end = this.lines[this.index]?.end ?? dash;
    const from = afterBlanks(text, dash + 1, end);
    if (from === end) return undefined;
    if (keyEnd(text, from, end) !== undefined || this.isItem(from))
      return this.block(from, column + from - dash, depth + 1);
    const line = this.lines[this.index + 1];
    this.index += 1;
    return line !== undefined && line.column > column ? undefined : lineValue(text, from, end);
  }
}

function isSameKey(a: YamlNode, b: YamlNode): boolean {
  return a.kind === 'scalar' && b.kind === 'scalar' && a.source === b.source;
}
