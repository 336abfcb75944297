import type { Random } from './random.ts';

const PLAIN = [
  'A.6.2.4',
  'implemented',
  'risk-ml@example.org',
  'docs/card.md#evaluation',
  'two words',
  '2026-09-30',
  '0.81',
  '12',
  'true',
  '~',
  "it's fine",
  'a:b',
  'a#b',
  '-x',
  'https://example.org/a?b=c',
  '!!str 12',
  'ünïcode 漢字 🎯',
  'null',
  'Yes',
  '.5',
  '- not a list'.slice(2),
  'a\u00a0b',
  'x\u2028y',
  '<<',
  '0x1F',
  '-',
  '@at'.slice(1),
  'a, b',
  'end:',
];
const QUOTED = [
  '',
  ' ',
  'a: b',
  '# no comment',
  "it''s",
  '- x',
  '{',
  ']',
  '\\"',
  'a\\nb',
  '---',
  'ends:',
  '🎯',
  '\\u00e9',
  'tab\\t',
];
const KEYS = [
  'id',
  'status',
  'owner',
  'evidence',
  'system',
  'controls',
  'A.6.2.4',
  'key with blanks',
  '"quoted key"',
  "'single: key'",
  'a.b',
  'x-y',
  '42',
  'true',
  '<<',
  'ключ',
  'a:b',
  "it's",
  '2026',
  '-x',
  'a b#c',
];
const BLOCK_LINES = [
  'text',
  'key: value',
  '- item',
  '# not a comment',
  '  deeper',
  '',
  '"',
  "it's",
  '---x',
  '{ [',
  '%',
  '\tafter a tab',
  'trailing  ',
  ']',
  '...x',
];
const COMMENTS = ['# comment', '#', '# key: value', '#- item', '# ---', '# "unclosed'];

/** A block-style YAML text with anything that YAML allows and people write; not always well-formed. */
export function randomYaml(random: Random): string {
  const writer = new Writer(random);
  const lead = random.chance(0.2)
    ? `${random.pick(['---\n', '--- # start\n', '%YAML 1.2\n---\n', '# top\n---\n', '\n\n', '\uFEFF', '--- \n'])}`
    : '';
  const body = random.pick([
    () => writer.map(0, 0),
    () => writer.map(0, 0),
    () => writer.map(0, 0),
    () => writer.list(0, 0),
    () => `${writer.flow(0)}\n`,
    () => writer.map(2, 0),
    () => `${writer.scalarLine(0)}\n`,
  ])();
  const tail = random.chance(0.1)
    ? random.pick([
        '---\nsecond: document\n',
        '...\n',
        '# end',
        '...\n# end\n---\nx: y\n',
        '\n\n  \n',
        '---\n',
      ])
    : '';
  const text = lead + body + tail;
  const broken = random.chance(0.15) ? random.pick(['\r\n', '\r']) : '\n';
  return broken === '\n' ? text : text.replaceAll('\n', broken);
}

class Writer {
  private readonly random: Random;
  private anchors = 0;

  constructor(random: Random) {
    this.random = random;
  }

  map(indent: number, depth: number): string {
    return this.random
      .list(1, depth === 0 ? 7 : 4, () => this.noise(indent) + this.pair(indent, depth))
      .join('');
  }

  list(indent: number, depth: number): string {
    return this.random
      .list(1, depth === 0 ? 6 : 4, () => this.noise(indent) + this.item(indent, depth))
      .join('');
  }

  private noise(indent: number): string {
    if (!this.random.chance(0.15)) return '';
    return this.random.pick([
      '\n',
      '   \n',
      `${' '.repeat(indent)}${this.random.pick(COMMENTS)}\n`,
      `${this.random.pick(COMMENTS)}\n`,
      '\n\n',
    ]);
  }

  private pair(indent: number, depth: number): string {
    const pad = ' '.repeat(indent);
    if (this.random.chance(0.03))
      return `${pad}? ${this.random.pick(PLAIN)}\n${pad}: ${this.random.pick(PLAIN)}\n`;
    const blank = this.random.chance(0.05) ? ' ' : '';
    return `${pad}${this.random.pick(KEYS)}${blank}:${this.value(indent, depth)}`;
  }

  private item(indent: number, depth: number): string {
    const pad = ' '.repeat(indent);
    if (depth < 4 && this.random.chance(0.4)) {
      const map = this.map(indent + 2, depth + 1).trimStart();
      if (!map.startsWith('#')) return `${pad}- ${map}`;
    }
    if (depth < 4 && this.random.chance(0.1))
      return `${pad}- ${this.list(indent + 2, depth + 1).trimStart()}`;
    return `${pad}-${this.value(indent, depth)}`;
  }

  private value(indent: number, depth: number): string {
    const { random } = this;
    const step = 1 + random.below(4);
    const after = random.chance(0.1) ? `  ${random.pick(COMMENTS)}` : '';
    const property = this.property();
    const roll = random.next();
    if (depth < 4 && roll < 0.2) return `${property}${after}\n${this.map(indent + step, depth + 1)}`;
    if (depth < 4 && roll < 0.32)
      return `${property}${after}\n${this.list(indent + (random.chance(0.4) ? 0 : step), depth + 1)}`;
    if (roll < 0.42) return `${property}${this.block(indent, step)}`;
    if (roll < 0.5) return `${property} ${this.flow(indent + 1)}${after}\n`;
    if (roll < 0.55) return `${after}\n`;
    if (roll < 0.58) return `${after}\n${' '.repeat(indent + step)}${this.scalarLine(indent + step)}\n`;
    if (roll < 0.62 && this.anchors > 0) return ` *a${random.below(this.anchors)}${after}\n`;
    return `${property} ${this.scalarLine(indent + step)}${after}\n`;
  }

  private property(): string {
    if (this.random.chance(0.04)) return ` &a${this.anchors++}`;
    return this.random.chance(0.03)
      ? this.random.pick([' !!str', ' !custom', ' !<tag:example.org,2026:x>'])
      : '';
  }

  private block(indent: number, step: number): string {
    const head = this.random.pick(['|', '>', '|-', '>-', '|+', '>+', `|${step}`, `>${step}-`, '| # why']);
    const lines = this.random.list(0, 5, () => this.random.pick(BLOCK_LINES));
    return ` ${head}\n${lines.map(line => (line === '' ? '' : ' '.repeat(indent + step) + line)).join('\n')}\n`;
  }

  flow(indent: number, depth = 0): string {
    const { random } = this;
    const gap = (): string =>
      random.chance(0.15) ? `\n${' '.repeat(indent + random.below(3))}` : random.pick(['', ' ', '  ']);
    const leaf = (): string =>
      depth < 3 && random.chance(0.3) ? this.flow(indent, depth + 1) : this.inFlow();
    if (random.chance(0.5)) return `[${random.list(0, 4, () => gap() + leaf()).join(',')}${gap()}]`;
    const pair = (): string =>
      `${gap()}${random.pick(['id', '"id"', "'a b'", 'x y'])}${random.pick([': ', ': ', ' : ', ':\n '])}${leaf()}`;
    return `{${random.list(0, 4, pair).join(',')}${gap()}}`;
  }

  private inFlow(): string {
    return this.random.pick([
      'a',
      '1',
      'two words',
      '"a, b"',
      "'c]'",
      'true',
      'null',
      '"{"',
      'x-y',
      'docs/a.md#b',
      'a: b',
      '~',
    ]);
  }

  scalarLine(indent: number): string {
    const { random } = this;
    const roll = random.next();
    if (roll < 0.6) return random.pick(PLAIN);
    if (roll < 0.75) return `"${random.pick(QUOTED.filter(text => !text.includes("''")))}"`;
    if (roll < 0.88) return `'${random.pick(QUOTED)}'`;
    const pad = `\n${' '.repeat(indent + random.below(2))}`;
    const words = random.list(2, 4, () =>
      random.pick(['several', 'words', 'A.7.2', 'no-key', '\n', '# hash'.slice(2)]),
    );
    return roll < 0.94 ? words.filter(word => word !== '\n').join(pad) : `"${words.join(pad)}"`;
  }
}
