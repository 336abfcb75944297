import type { ScalarValue, YamlNode, YamlPair, YamlScalar } from '../yaml/nodes.ts';

/** Deeper nesting than this is no document that a tool writes, and would exhaust the stack. */
const MOST_NESTING = 200;

/**
 * Parses strict JSON into the nodes of our YAML trees, an order of magnitude faster than as YAML; undefined for
 * anything that is no JSON. Offsets are those of the text, BOM included.
 */
export function parseJson(text: string): YamlNode | undefined {
  const reader = new JsonReader(text);
  const node = reader.value(0);
  return node !== undefined && reader.atEnd() ? node : undefined;
}

const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const WORDS: Readonly<Record<string, ScalarValue>> = { true: true, false: false, null: null };

class JsonReader {
  private readonly text: string;
  private offset: number;

  constructor(text: string) {
    this.text = text;
    this.offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  atEnd(): boolean {
    this.blanks();
    return this.offset === this.text.length;
  }

  value(depth: number): YamlNode | undefined {
    this.blanks();
    switch (this.text.charCodeAt(this.offset)) {
      case 0x7b:
        return depth > MOST_NESTING ? undefined : this.object(depth);
      case 0x5b:
        return depth > MOST_NESTING ? undefined : this.array(depth);
      case 0x22:
        return this.string();
      default:
        return this.plain();
    }
  }

  private object(depth: number): YamlNode | undefined {
    const from = this.offset;
    const pairs: YamlPair[] = [];
    const closed = this.members(0x7d, () => {
      this.blanks();
      const key = this.string();
      if (key === undefined || !this.skip(0x3a)) return false;
      const value = this.value(depth + 1);
      if (value === undefined) return false;
      pairs.push({ key, value, from: key.from, to: value.to });
      return true;
    });
    return closed ? { kind: 'map', flow: true, pairs, from, to: this.offset } : undefined;
  }

  private array(depth: number): YamlNode | undefined {
    const from = this.offset;
    const items: YamlNode[] = [];
    const closed = this.members(0x5d, () => {
      const item = this.value(depth + 1);
      if (item === undefined) return false;
      items.push(item);
      return true;
    });
    return closed ? { kind: 'seq', flow: true, items, from, to: this.offset } : undefined;
  }

  /** Reads members up to the closing bracket; false where something else stands. */
  private members(close: number, member: () => boolean): boolean {
    this.offset += 1;
    if (this.skip(close)) return true;
    do {
      if (!member()) return false;
    } while (this.skip(0x2c));
    return this.skip(close);
  }

  private string(): YamlScalar | undefined {
    const from = this.offset;
    if (this.text.charCodeAt(from) !== 0x22) return undefined;
    let escaped = false;
    for (this.offset += 1; ; this.offset += 1) {
      const code = this.text.charCodeAt(this.offset);
      if (code === 0x22) break;
      if (code === 0x5c) {
        escaped = true;
        ESCAPE.lastIndex = this.offset + 1;
        const tail = ESCAPE.exec(this.text)?.[0];
        if (tail === undefined) return undefined;
        this.offset += tail.length;
      } else if (Number.isNaN(code) || code < 0x20) return undefined;
    }
    this.offset += 1;
    const to = this.offset;
    const raw = this.text.slice(from, to);
    const value = escaped ? String(JSON.parse(raw)) : raw.slice(1, -1);
    return { kind: 'scalar', value, source: value, style: 'double', from, to };
  }

  private plain(): YamlScalar | undefined {
    const source = this.match(WORD) ?? this.match(NUMBER);
    if (source === undefined) return undefined;
    const value = source in WORDS ? (WORDS[source] ?? null) : Number(source);
    const to = this.offset;
    return { kind: 'scalar', value, source, style: 'plain', from: to - source.length, to };
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.offset += found.length;
    return found;
  }

  private skip(code: number): boolean {
    this.blanks();
    if (this.text.charCodeAt(this.offset) !== code) return false;
    this.offset += 1;
    return true;
  }

  private blanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.offset);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.offset += 1;
    }
  }
}
