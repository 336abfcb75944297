import { describe, expect, test } from 'vitest';
import type { YamlNode, YamlPair } from '../../../server/src/syntax/yaml/nodes.ts';
import { parseYaml } from '../../../server/src/syntax/yaml/parse.ts';
import { pairsOf } from '../../../server/src/syntax/yaml/tree.ts';
import { parseFixture } from '../../support/fixture.ts';
import { treeData } from '../../support/yaml-data.ts';

const parse = (text: string) => parseYaml(text, { start: 0, end: text.length });

/** Checks the faults of a text: `⟦…⟧` marks each, `codes` names them in order. */
function checkFaults(marked: string, ...codes: string[]): void {
  const fixture = parseFixture(marked, 'x.yaml');
  const text = fixture.files.get('x.yaml') ?? '';
  const { problems } = parse(text);
  const found = problems.map(({ start, value }) => ({ start: start + value.from, end: start + value.to }));
  expect(found).toEqual(fixture.marks.get('x.yaml'));
  expect(problems.map(({ value }) => value.code)).toEqual(codes);
}

/** Checks which top-level keys and entries are read in spite of a fault. */
function checkData(text: string, expected: unknown): void {
  expect(treeData(parse(text))).toEqual(expected);
}

describe('faults stay where they are', () => {
  test('an unclosed quote', () => {
    checkFaults('a: 1\nb: ⟦"⟧open\nc: 3\n', 'yaml-unclosed');
    checkData('a: 1\nb: "open\nc: 3\n', {
      pairs: [
        ['a', 1],
        ['b', 'open'],
        ['c', 3],
      ],
    });
  });

  test('a key without its colon', () => {
    checkFaults('a: 1\n⟦foo⟧\nb: 2\n', 'yaml-syntax');
    checkFaults('a:\n  b: 1\n  ⟦foo⟧\n  c: 2\n', 'yaml-syntax');
  });

  test('an entry that is indented too little', () => {
    const tree = parse('controls:\n  - id: A.6.2.4\n   status: planned\n  - id: A.7.2\n');
    expect(tree.problems.map(({ value }) => value.code)).toHaveLength(1);
    expect(tree.parts[0]?.entries?.[1]?.value.fault).toBeUndefined();
  });

  test('a tab', () => {
    const tree = parse('controls:\n  - id: A\n\tstatus: planned\n  - id: B\n');
    expect(tree.problems.map(({ value }) => value.code)).toEqual(['yaml-tab']);
    expect(tree.parts[0]?.entries?.map(({ value }) => value.fault === undefined)).toEqual([false, true]);
  });

  test('a broken flow list', () => {
    checkFaults('a: ⟦[⟧1, 2\nb: { c: [1], d: ⟦{⟧ x: 1\ne: 4\n', 'yaml-unclosed', 'yaml-unclosed');
    const tree = parse('a: [1, 2\nb: { c: 1\nd: 4\n');
    expect(tree.problems).toHaveLength(2);
    expect(pairsOf(tree).map(({ value }) => (value.key.kind === 'scalar' ? value.key.source : ''))).toEqual([
      'a',
      'b',
      'd',
    ]);
  });
});

describe('keys that stand twice', () => {
  test('at the top', () => checkFaults('a: 1\nb: 2\n⟦a⟧: 3\n', 'yaml-duplicate-key'));
  test('among the entries of a key', () =>
    checkFaults('s:\n  id: x\n  name: y\n  ⟦id⟧: z\n', 'yaml-duplicate-key'));
  test('inside an entry', () => checkFaults('c:\n  - id: x\n    ⟦id⟧: y\n  - id: x\n', 'yaml-duplicate-key'));
  test('in flow style', () => checkFaults('s: { id: x, ⟦id⟧: y }\n', 'yaml-duplicate-key'));
  test('merge keys may', () => checkFaults('a: { <<: *x, <<: *y }\n<<: *x\n<<: *y\n'));
});

describe('one document is read', () => {
  test.each([
    ['a start', '---\na: 1\n', { pairs: [['a', 1]] }],
    ['a comment behind the start', '--- # x\na: 1\n', { pairs: [['a', 1]] }],
    ['content behind the start', '--- [1, 2]\n', [1, 2]],
    ['a directive', '%YAML 1.2\n---\na: 1\n', { pairs: [['a', 1]] }],
    ['an end', 'a: 1\n...\n# nothing\n', { pairs: [['a', 1]] }],
    ['a BOM', '\uFEFFa: 1\n', { pairs: [['a', 1]] }],
  ])('%s', (_, text, expected) => {
    checkData(text, expected);
    expect(parse(text).problems).toEqual([]);
  });

  test('a second one is named', () => {
    checkFaults('a: 1\n⟦---⟧\nb: 2\n', 'yaml-multiple-documents');
    checkFaults('a: 1\n...\n⟦b: 2⟧\n', 'yaml-multiple-documents');
    checkFaults('a: 1\n---\n# nothing\n');
  });
});

describe('values', () => {
  test.each([
    ['dates stay text', 'a: 2026-09-30\n', '2026-09-30'],
    ['YAML 1.2 has no other booleans', 'a: no\n', 'no'],
    ['numbers', 'a: 0.81\n', 0.81],
    ['nothing', 'a:\n', null],
    ['a tilde', 'a: ~\n', null],
    ['a block scalar keeps lines like keys', 'a: |\n  k: v\n  - x\n', 'k: v\n- x\n'],
    ['a folded one joins them', 'a: >-\n  one\n  two\n', 'one two'],
    ['an alias stays unread', 'a: *x\n', { alias: 'x' }],
    ['an unknown tag', 'a: !include file.yaml\n', 'file.yaml'],
    ['a lone CR ends a line', 'a:\r  b: 1\r', { pairs: [['b', 1]] }],
  ])('%s', (_, text, expected) => checkData(text, { pairs: [['a', expected]] }));

  test('anchors are known by name', () => {
    expect([...(parse('a: &x 1\n').parts[0]?.unit.anchors.keys() ?? [])]).toEqual(['x']);
  });
});

/** Every node with the characters it covers. */
function* nodesOf(node: YamlNode): Iterable<YamlNode> {
  yield node;
  if (node.kind === 'seq') for (const item of node.items) yield* nodesOf(item);
  if (node.kind === 'map')
    for (const { key, value } of node.pairs) yield* [...nodesOf(key), ...nodesOf(value)];
}

const pairNodes = ({ key, value }: YamlPair): YamlNode[] => [...nodesOf(key), ...nodesOf(value)];

describe('places', () => {
  const text = `a: plain text # why
b: 'single'
c:
  - "double"
  - [flow, { k: v }]
  - *alias
d: |
  block
`;

  test('a scalar covers what is written', () => {
    const covered = pairsOf(parse(text)).flatMap(({ start, value }) =>
      pairNodes(value).flatMap(node =>
        node.kind === 'scalar' ? [text.slice(start + node.from, start + node.to)] : [],
      ),
    );
    expect(covered).toEqual([
      'a',
      'plain text',
      'b',
      "'single'",
      'c',
      '"double"',
      'flow',
      'k',
      'v',
      'd',
      '|\n  block\n',
    ]);
  });

  test('a collection ends behind its last member', () => {
    const list = pairsOf(parse(text))[2];
    expect(
      text.slice(
        (list?.start ?? 0) + (list?.value.value.from ?? 0),
        (list?.start ?? 0) + (list?.value.to ?? 0),
      ),
    ).toBe('- "double"\n  - [flow, { k: v }]\n  - *alias');
  });

  test.each([
    ['a:\nb: 1\n', 2],
    ['a:  # why\nb: 1\n', 4],
    ['a: { b, c: 1 }\n', 6],
    ['a:\n\n# comment\nb: 1\n', 2],
  ])('the missing value in %j stands at %i', (written, offset) => {
    const missing = pairsOf(parse(written))
      .flatMap(({ start, value }) => pairNodes(value).map(node => ({ start, node })))
      .find(({ node }) => node.kind === 'scalar' && node.style === 'missing');
    expect((missing?.start ?? 0) + (missing?.node.from ?? 0)).toBe(offset);
  });
});
