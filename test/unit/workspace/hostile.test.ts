import { describe, expect, test } from 'vitest';
import type { Span } from '../../../server/src/text/span.ts';
import { forSeeds } from '../../support/cases.ts';
import { randomEdit } from '../../support/edits.ts';
import { randomMarkdown } from '../../support/markdown-documents.ts';
import { Random } from '../../support/random.ts';
import { Workspace } from '../../support/rebuilt.ts';
import { randomYaml } from '../../support/yaml-documents.ts';

/** Milliseconds of processor time for a hundred thousand characters; generous, as the machine may be slow. */
const MOST_TIME = 8000;

const MAPPING = 'clausewright: control-mapping/1\nsystem: { id: x }\ncontrols:\n';
const CARD = '---\nlicense: mit\nlanguage: en\n---\n# Model\n\n## Evaluation\n\n';

/** Checks that a document is read and checked without a fault of ours, with every place inside of it, in due time. */
function checkSurvives(path: string, text: string): void {
  const started = process.cpuUsage();
  const workspace = new Workspace(new Map([[path, text]]));
  const findings = workspace.checker.findings(path);
  const { user, system } = process.cpuUsage(started);
  const name = `${path}: ${JSON.stringify(text.slice(0, 120))}, ${text.length} characters`;
  expect((user + system) / 1000, name).toBeLessThan(1500 + (MOST_TIME * text.length) / 100_000);
  const inside = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
  expect(
    findings.filter(each => each.rule === 'internal' || !inside(each.span)),
    name,
  ).toEqual([]);
  for (const spans of spansOf(workspace, path))
    if (!inside(spans)) expect(spans, name).toEqual('inside the text');
}

/** Every place in a document's model: spans of the file, and stretches of units that are placed in it. */
function* spansOf(workspace: Workspace, path: string): Iterable<Span> {
  const model = workspace.session.document(path)?.model;
  const open: { value: unknown; base: number; depth: number }[] = [{ value: model, base: 0, depth: 0 }];
  const seen = new Set<unknown>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, base, depth } = next;
    if (typeof value !== 'object' || value === null || seen.has(value) || depth > 40) continue;
    if (depth > 0) seen.add(value);
    if (value instanceof Map) {
      for (const each of value.values()) open.push({ value: each, base, depth: depth + 1 });
      continue;
    }
    const record = value as Record<string, unknown>;
    const { start, end, from, to } = record;
    if (typeof start === 'number' && typeof end === 'number') yield { start, end };
    if (typeof from === 'number' && typeof to === 'number') yield { start: base + from, end: base + to };
    const inner = typeof start === 'number' && 'value' in record ? start : base;
    const unit = 'unit' in record ? ((record['span'] as Span | undefined)?.start ?? base) : inner;
    for (const [key, each] of Object.entries(record))
      if (key !== 'known' && key !== 'source') open.push({ value: each, base: unit, depth: depth + 1 });
  }
}

const times = (piece: string, count = Math.ceil(40_000 / piece.length)): string => piece.repeat(count);

describe('hostile YAML', () => {
  const bomb = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x]',
    ...Array.from(
      { length: 30 },
      (_, level) => `a${level + 1}: &a${level + 1} [${times(`*a${level}, `, 9)}]`,
    ),
  ];

  test.each<[string, string]>([
    ['an alias bomb', `${MAPPING}${bomb.join('\n')}\n`],
    [
      'an alias bomb inside an entry',
      `${MAPPING}  - id: A.7.2\n${bomb.map(line => `    ${line}`).join('\n')}\n`,
    ],
    ['an alias of itself', `${MAPPING}  - &x\n    id: A.7.2\n    evidence: [*x]\n`],
    ['deep flow lists', `${MAPPING}  - ${times('[', 10_000)}\n`],
    ['deep flow maps', `${MAPPING}  - ${times('{a: ', 10_000)}\n`],
    ['deep flow that is closed', `x: ${times('[', 10_000)}${times(']', 10_000)}\n`],
    ['deep dashes on a line', `${MAPPING}  ${times('- ', 10_000)}x\n`],
    ['deep dashes with wide gaps', `${MAPPING}  ${times('-   ', 70)}\n`],
    [
      'deep maps on lines',
      MAPPING + Array.from({ length: 450 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    ],
    ['explicit keys', `${MAPPING}  ${times('? ', 10_000)}x\n`],
    ['a giant plain scalar', `${MAPPING}  - id: ${times('a')}\n`],
    ['a giant quoted scalar', `${MAPPING}  - id: "${times('a ')}"\n`],
    ['a giant block scalar', `${MAPPING}  - id: A.7.2\n    notes: |\n${times('      text\n')}`],
    ['a giant key', `${times('k')}: 1\n${MAPPING}`],
    ['an unclosed quote in front of everything', `x: "${times('a\n')}${MAPPING}`],
    ['blank CRLF lines before a document', `${times('\r\n')}a: 1\r\n---\r\n`],
    ['comments with blanks behind a document', `a: 1\n---\n${times('# \n')}b: 2\n`],
    ['blank lines', `${MAPPING}${times('\n')}`],
    ['documents', times('---\na: 1\n')],
    ['tags', `${MAPPING}  - ${times('!x ')}\n`],
    ['anchors', `${MAPPING}  - ${times('&a ')}\n`],
    ['merge keys', `${MAPPING}  - id: A.7.2\n${times('    <<: *x\n')}`],
    ['doubled keys', `${MAPPING}  - id: A.7.2\n${times('    id: A.7.2\n')}`],
    ['tabs', `${MAPPING}${times('\t')}- id: A.7.2\n`],
    ['spaces', `${MAPPING}${times(' ')}- id: A.7.2\n`],
    ['values behind values', `${MAPPING}  - ${times('a: ')}\n`],
    ['quoted values behind values', `${MAPPING}  - ${times('"a": ')}\n`],
    ['colons', `${MAPPING}  - ${times(': ')}\n`],
    ['empty entries', `${MAPPING}${times('  -\n')}`],
    ['one-line JSON', `{"controls": [${times('{"id": "A.7.2", "evidence": ["a.md"]},')}{}]}`],
    ['lone CR', `${MAPPING}${times('  - id: A.7.2\r')}`],
    ['brackets in evidence', `${MAPPING}  - id: A.7.2\n    evidence: ["${times('[')}"]\n`],
    ['steps upwards in evidence', `${MAPPING}  - id: A.7.2\n    evidence: [${times('../')}x]\n`],
    ['globs in evidence', `${MAPPING}  - id: A.7.2\n    evidence: ["${times('*/', 2000)}x"]\n`],
    [
      'names of object members',
      `${MAPPING}  - __proto__: 1\n    constructor: 2\n    id: toString\n  - hasOwnProperty\n`,
    ],
  ])('%s', (_, text) => checkSurvives('controls.yaml', text));
});

describe('hostile Markdown', () => {
  test.each<[string, string]>([
    ['unclosed fences', times('```\n')],
    ['unclosed comments', times('<!--\n\n')],
    ['comments on a line', times('<!-- -->')],
    ['brackets', times('[')],
    ['links that never close', times('[a](')],
    ['pictures that never close', times('![')],
    ['ticks', times('`')],
    ['ticks of every length', Array.from({ length: 440 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
    ['stars', times('*a')],
    ['underscores', times('_')],
    ['angles', times('<')],
    ['anchors', times('<a id="x"></a>')],
    ['bold lines', times('**b**\n\n')],
    ['a bold line with blanks behind', `**b**${times(' ')}x`],
    ['deep quotes', times('>')],
    ['deep lists', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')],
    ['a long line', times('word ')],
    ['a long heading', `# ${times('word ')}`],
    ['a heading of blanks', `# a${times(' ')}b`],
    ['a heading of braces', `# ${times('{ ')}}`],
    ['a heading of comments', `# ${times('<!--')}`],
    ['headings', times('## Evaluation\n')],
    ['setext headings', times('Bias\n---\n')],
    ['HTML headings', times('<h2>Bias</h2>\n\n')],
    ['tables', times('| a | b |\n')],
    ['a wide table', `|${times(' a |')}\n|${times('---|')}\n|${times(' 0.9 |')}\n`],
    ['blanks in a cell', `| accuracy | b |\n|---|---|\n| a${times(' ')}b | 0.9 |\n`],
    ['pipes', times('|')],
    ['labels', times('- **A:**\n')],
    ['braces', times('{{ ')],
    ['placeholders', times('[More Information Needed] ')],
    ['control ids', times('A.7.2 ')],
    ['names of standards', times('ISO/IEC 42001 ')],
    ['claims', times('<!-- evidence: A.7.2 -->\n')],
    ['directives', times('<!-- clausewright-disable-line a: b -->')],
    ['a directive of blanks', `<!-- clausewright-disable-line${times(' ')}x`],
    ['reference definitions', times('[x]: y\n')],
    ['script', times('<script>')],
    ['processing instructions', times('<?')],
    ['separators that end no line', times('a\u2028')],
    ['zero-width characters', times('\u200b')],
    ['half a surrogate', times('\ud83c ')],
    ['numbers', times('0.91 ')],
    ['mail addresses', times('a.b')],
  ])('%s', (_, text) => checkSurvives('MODEL_CARD.md', CARD + text));

  test('front matter of everything', () => {
    for (const piece of ['[', '{', '"', '- ', '? ', 'a: ', 'a: b: ', '#', ' ', '&a ', '---x\n'])
      checkSurvives('MODEL_CARD.md', `---\nlicense: mit\nlanguage: ${times(piece, 5000)}\n---\n# Model\n`);
  });
});

describe('any input', () => {
  test('every prefix of a document', () => {
    forSeeds(
      3,
      (seed, saw) => {
        const random = new Random(seed);
        const path = random.chance(0.5) ? 'controls.yaml' : 'MODEL_CARD.md';
        const text =
          path === 'MODEL_CARD.md'
            ? CARD + randomMarkdown(random)
            : MAPPING + randomYaml(random).slice(0, 400);
        for (let length = 0; length <= text.length; length += 1 + random.below(4)) {
          saw(text.slice(0, length));
          checkSurvives(path, text.slice(0, length));
        }
      },
      0.03,
    );
  });

  test('bytes and structures out of place', () => {
    const bytes = [
      '\0',
      '\ufffd',
      '\ud800',
      '\udc00',
      '\ufeff',
      '\u0085',
      '\u001b',
      '\x7f',
      '\u202e',
      '\u{10ffff}',
      '\v',
      '\f',
    ];
    const { cases, distinct } = forSeeds(
      100,
      (seed, saw) => {
        const random = new Random(seed);
        const path = random.pick([
          'controls.yaml',
          'MODEL_CARD.md',
          'clausewright.yaml',
          'impact-assessment.md',
          'impact-assessment.yaml',
        ]);
        let text = path.endsWith('.md')
          ? CARD + randomMarkdown(random)
          : (path === 'controls.yaml' ? MAPPING : '') + randomYaml(random);
        for (let change = random.below(4); change >= 0; change -= 1) {
          const { span, text: inserted } = randomEdit(random, text);
          const piece = random.chance(0.3) ? random.pick(bytes) : inserted;
          text = text.slice(0, span.start) + piece + text.slice(span.end);
        }
        saw(text);
        checkSurvives(path, text);
      },
      0.1,
    );
    expect(distinct).toBeGreaterThan(cases * 0.9);
  });
});
