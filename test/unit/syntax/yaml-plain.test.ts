import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../server/src/syntax/frontmatter.ts';
import { readPlain } from '../../../server/src/syntax/yaml/plain/read.ts';
import { splitYaml } from '../../../server/src/syntax/yaml/split.ts';
import { parseWithLibrary } from '../../../server/src/syntax/yaml/unit.ts';
import { forSeeds } from '../../support/cases.ts';
import { Random } from '../../support/random.ts';
import { randomYaml } from '../../support/yaml-documents.ts';

/** Reads a chunk both ways; says whether the quick reader took it. */
function checkSame(text: string): boolean {
  const quick = readPlain(text);
  if (quick === undefined) return false;
  const { node, fault, duplicates, anchors } = parseWithLibrary(text, 'whole');
  expect({ text, node: quick, faults: 0, duplicates: 0, anchors: 0 }).toEqual({
    text,
    node,
    faults: fault === undefined ? 0 : fault.message,
    duplicates: duplicates.length,
    anchors: anchors.size,
  });
  return true;
}

/** A text with each of the chunks that it is cut into. */
function chunksOf(text: string): string[] {
  const { chunks } = splitYaml(text, 0, text.length);
  return [
    text,
    ...chunks.flatMap(({ start, end, entries }) => {
      const starts = entries?.starts ?? [];
      return [
        text.slice(start, end),
        ...starts.map((from, index) => text.slice(from, starts[index + 1] ?? end)),
      ];
    }),
  ];
}

const BEHIND_KEY = [
  '',
  ' ',
  ' |',
  ' |-',
  ' >',
  ' # why',
  ' x',
  ' 12',
  ' 1.50',
  ' 007',
  ' 0x1f',
  ' 1e3',
  ' .inf',
  ' true',
  ' True',
  ' null',
  ' ~',
  ' no',
];
const VALUES = [
  ...BEHIND_KEY,
  ' 2026-09-30',
  ' 2026-09-30T10:00',
  ' a b  ',
  ' a # b',
  ' a#b',
  ' a:b',
  ' a: b',
  ' end:',
  ' "q"',
  " 'q'",
  " 'it''s'",
  ' "a\\n"',
  ' "q" x',
  ' "q" # c',
  ' [a, b]',
  ' []',
  ' {}',
  ' [a,b]',
  ' [a, ]',
  ' { a: 1, b: "x" }',
  ' {a: 1}',
  ' { a }',
  ' [[x], { y: z }]',
  ' [a, b] # c',
  ' [a',
  ' *a',
  ' &a x',
  ' !t x',
  ' - x',
  ' -x',
  ' -',
  ' ?',
  ' :x',
  ' =',
  ' ü',
  ' 漢字 🎯',
  ' a\u00a0b',
  ' a\tb',
  ' docs/card.md#evaluation',
  ' https://e.org/a?b=c',
  ' jane@e.org',
  ' A.6.2.4',
  ' +1',
  ' -1',
  ' 1_000',
  ' 1.2.3',
  ' 12 %',
  ' <<',
  ' >=3',
  ' |x',
  ' @x',
  ' `x`',
  ' ,x',
  ' x,',
  ' a, b',
  ' 0o7',
  ' 1.',
  ' .5',
  ' null x',
  ' truth',
];
const KEYS = [
  'a',
  'b',
  'id',
  'two words',
  'A.6.2.4',
  'x-y',
  'x/y',
  '"q"',
  '1',
  'true',
  '<<',
  '? x',
  'é',
  'a:b',
  'with (x)',
  'no',
  'null',
  '_',
  'a  b',
  '- a',
  '- - a',
];

/** Lines that are nearly what people write. */
function nearlyYaml(random: Random): string {
  const lines = Array.from({ length: 1 + random.below(7) }, () => {
    const indent = ' '.repeat(random.below(4) * (random.chance(0.9) ? 2 : 1));
    const shape = random.below(12);
    if (shape === 0)
      return random.pick([
        `${indent}a text`,
        `${indent} more: text`,
        `${indent}   `,
        '',
        '   ',
        '# note',
        `${indent}# note`,
        '---',
        '...',
        '\t',
      ]);
    if (shape < 4) return `${indent}-${random.pick(VALUES)}`;
    return `${indent}${shape < 6 ? '- ' : ''}${random.pick(random.chance(0.8) ? KEYS.slice(0, 6) : KEYS)}:${random.pick(VALUES)}`;
  });
  return lines.join(random.chance(0.9) ? '\n' : '\r\n') + (random.chance(0.7) ? '\n' : '');
}

describe('the quick reader of plain YAML', () => {
  test.each([
    'a: 1\nb:\n  - x\n  - y: z\n    w: [p, "q"]\nc:\n',
    'a:\n- x\n- y\nb: 2026-01-01\n',
    '  - id: A.6.2.4\n    status: implemented # since May\n\n    evidence:\n      - docs/card.md#evaluation\n',
    "reviewed: { by: sam@example.org, on: 2026-09-30, digest: 3f9c2a71b0d4 }\nnotes: 'all of it'\n",
    'a: x\r\nb: y\r\n',
    'a: |\n  x\n   y\n\n  # z\n\nb: |-\n  z\n',
    'license: apache-2.0\ntags:\n- text-classification\n- 12\nmetrics: [f1, accuracy]\n',
  ])('takes %j', text => expect(checkSame(text)).toBe(true));

  test('gives what the library gives, for random documents and their chunks', () => {
    let taken = 0;
    const { cases, distinct } = forSeeds(
      1500,
      (seed, saw) => {
        const random = new Random(seed);
        for (const text of chunksOf(random.chance(0.5) ? randomYaml(random) : nearlyYaml(random))) {
          saw(text);
          if (checkSame(text)) taken += 1;
        }
      },
      0.2,
    );
    expect(distinct).toBeGreaterThan(cases * 0.3);
    expect(taken).toBeGreaterThan(cases * 0.05);
  });

  const corpus = process.env['CLAUSEWRIGHT_CORPUS'];
  test.runIf(corpus !== undefined)('also for the files of a folder', () => {
    let taken = 0;
    let all = 0;
    for (const file of readdirSync(corpus ?? '', { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ya?ml|mdx?)$/.test(file)) continue;
      const text = readFileSync(join(corpus ?? '', file), 'utf8');
      const { content, state } = splitFrontMatter(text);
      if (/\.mdx?$/.test(file) && state === 'none') continue;
      for (const chunk of chunksOf(/\.mdx?$/.test(file) ? text.slice(content.start, content.end) : text)) {
        all += 1;
        if (checkSame(chunk)) taken += 1;
      }
    }
    console.log(`${taken} of ${all} chunks`);
    expect(taken).toBeGreaterThan(0);
  });
});
