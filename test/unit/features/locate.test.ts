import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../server/src/features/context.ts';
import { placeAt } from '../../../server/src/features/locate/locate.ts';
import { referenceAt } from '../../../server/src/features/locate/reference.ts';
import { yamlTreeOf } from '../../../server/src/model/document.ts';
import { keyText, type YamlNode } from '../../../server/src/syntax/yaml/nodes.ts';
import { pairsOf } from '../../../server/src/syntax/yaml/tree.ts';
import { parseFixture, sessionOf } from '../../support/fixture.ts';

const HEAD = 'clausewright: control-mapping/1\nframework: iso-42001\n';

function placeOf(text: string, path = 'controls.yaml') {
  const fixture = parseFixture(text, path);
  const document = sessionOf(fixture.files).document(fixture.path);
  if (document === undefined || fixture.cursor === undefined)
    throw new Error('the fixture has no cursor or no kind');
  return { place: placeAt(document, fixture.cursor), document };
}

/** The place as one line: role, path, what is written, and the keys beside it. */
function checkYaml(text: string, path?: string): string {
  const { place } = placeOf(text, path);
  if (place === undefined) return 'nothing';
  if (place.area !== 'yaml') return place.area;
  const marks = [place.open ? 'open' : '', place.flow ? 'flow' : '', place.within === 'list' ? 'list' : ''];
  const flags = marks.filter(mark => mark !== '').join(' ');
  const beside = [...place.siblings.keys()].join(',');
  return `${place.role} ${place.path.join('/')} "${place.text}" ${flags}[${beside}]`.replace(/ (?=\[)/, '');
}

describe('a place in YAML', () => {
  test.each([
    ['a key', `${HEAD}cont$0rols:\n  - id: A.5.2\n`, 'key controls "controls"[clausewright,framework]'],
    [
      'a value',
      `${HEAD}controls:\n  - id: A.$05.2\n    status: planned\n`,
      'value controls/0/id "A.5.2"[id,status]',
    ],
    [
      'a value of the second entry',
      `${HEAD}controls:\n  - id: A.5.2\n  - id: A.5.3\n    status: pla$0nned\n`,
      'value controls/1/status "planned"[id,status]',
    ],
    [
      'an empty value',
      `${HEAD}controls:\n  - id: A.5.2\n    status: $0\n`,
      'value controls/0/status ""[id,status]',
    ],
    [
      'an empty value without a blank',
      `${HEAD}controls:\n  - id: A.5.2\n    status:$0\n`,
      'value controls/0/status ""[id,status]',
    ],
    [
      'a key without colon',
      `${HEAD}controls:\n  - id: A.5.2\n    stat$0\n    owner: jane\n`,
      'key controls/0/stat "stat" open[id,owner]',
    ],
    [
      'a key without colon in the last of two entries',
      `${HEAD}controls:\n  - id: A.5.2\n  - id: A.5.3\n    stat$0\n`,
      'key controls/1/stat "stat" open[id]',
    ],
    [
      'a new top-level key',
      `${HEAD}syst$0\ncontrols:\n  - id: A.5.2\n`,
      'key syst "syst" open[clausewright,framework,controls]',
    ],
    [
      'a blank line at a key’s column',
      `${HEAD}controls:\n  - id: A.5.2\n    $0\n    owner: jane\n  - id: A.5.3\n`,
      'gap controls/0 "" open[id,owner]',
    ],
    [
      'a blank line at the dash’s column',
      `${HEAD}controls:\n  - id: A.5.2\n  $0\n`,
      'gap controls "" open list[]',
    ],
    [
      'a blank line at column 0',
      `${HEAD}controls:\n  - id: A.5.2\n$0`,
      'gap  "" open[clausewright,framework,controls]',
    ],
    ['a new list item', `${HEAD}controls:\n  - id: A.5.2\n  - $0\n`, 'value controls/1 "" open list[]'],
    [
      'a new list item, half-typed',
      `${HEAD}controls:\n  - id: A.5.2\n  - A.6$0\n`,
      'value controls/1 "A.6" open list[]',
    ],
    ['a dash alone', `${HEAD}controls:\n  -$0\n`, 'value controls/0 "" open list[]'],
    [
      'below an empty key',
      `${HEAD}controls:\n  - id: A.5.2\n    evidence:\n      $0\n`,
      'gap controls/0/evidence "" open[]',
    ],
    [
      'a list in a map in a list',
      `${HEAD}controls:\n  - id: A.5.2\n    evidence:\n      - docs/a$0.md\n`,
      'value controls/0/evidence/0 "docs/a.md" open list[]',
    ],
    [
      'a map in that list',
      `${HEAD}controls:\n  - id: A.5.2\n    evidence:\n      - a.md\n      - path: b.md\n        ki$0\n`,
      'key controls/0/evidence/1/ki "ki" open[path]',
    ],
    ['flow map, empty value', `${HEAD}system: { id: x, role: $0 }\n`, 'value system/role "" flow[id,role]'],
    ['flow map, half-typed key', `${HEAD}system: { id: x, ro$0 }\n`, 'key system/ro "ro" open flow[id]'],
    ['flow map, gap', `${HEAD}system: { id: x, $0 }\n`, 'gap system "" open flow[id]'],
    [
      'flow map, unclosed',
      `${HEAD}system: { id: x, role: pro$0\ncontrols:\n  - id: A.5.2\n`,
      'value system/role "pro" flow[id,role]',
    ],
    [
      'flow list',
      `${HEAD}controls:\n  - id: A.5.2\n    satisfies: [nist-ai-rmf:MAP 1.1, eu$0]\n`,
      'value controls/0/satisfies/1 "eu" open flow list[]',
    ],
    [
      'flow list, empty',
      `${HEAD}controls:\n  - id: A.5.2\n    satisfies: [$0]\n`,
      'value controls/0/satisfies/0 "" open flow list[]',
    ],
    [
      'flow entry',
      `${HEAD}controls:\n  - { id: A.5.2, status: part$0ial }\n  - id: A.5.3\n`,
      'value controls/0/status "partial" flow[id,status]',
    ],
    [
      'controls as a map',
      `${HEAD}controls:\n  A.5.2:\n    status: planned\n  A.5$0.3:\n    status: planned\n`,
      'key controls/A.5.3 "A.5.3"[A.5.2]',
    ],
    [
      'controls as a map, value',
      `${HEAD}controls:\n  A.5.2:\n    status: planned\n  A.5.3:\n    status: $0\n`,
      'value controls/A.5.3/status ""[status]',
    ],
    [
      'controls as a map, half-typed',
      `${HEAD}controls:\n  A.5.2:\n    status: planned\n  A.5.$0\n`,
      'key controls/A.5. "A.5." open[A.5.2]',
    ],
    ['quotes', `${HEAD}controls:\n  - id: "A.5$0.2"\n`, 'value controls/0/id "A.5.2"[id]'],
    [
      'an open quote',
      `${HEAD}controls:\n  - id: A.5.2\n    evidence:\n      - "docs/$0\n    status: planned\n`,
      'value controls/0/evidence/0 "docs/" list[]',
    ],
    ['a comment', `${HEAD}controls:\n  - id: A.5.2 # see A.5$0.3\n`, 'comment  "# see A.5.3"[]'],
    [
      'a block scalar',
      `${HEAD}controls:\n  - id: A.5.2\n    notes: |\n      status: no$0 key\n    status: planned\n`,
      'value controls/0/notes "|\n      status: no key"[id,notes,status]',
    ],
    ['a tag', `${HEAD}controls:\n  - id: !!str A.5$0.2\n`, 'value controls/0/id "A.5.2"[id]'],
    [
      'CRLF',
      `${HEAD}controls:\n  - id: A.5.2\n    status: \n    owner: ja$0ne\n`.replaceAll('\n', '\r\n'),
      'value controls/0/owner "jane"[id,status,owner]',
    ],
    [
      'a blank line with CRLF',
      `${HEAD}controls:\n  - id: A.5.2\n    $0\n    owner: jane\n`.replaceAll('\n', '\r\n'),
      'gap controls/0 "" open[id,owner]',
    ],
    [
      'a lone CR',
      `${HEAD}controls:\n  - id: A.5.2\n    status: pl$0\n`.replaceAll('\n', '\r'),
      'value controls/0/status "pl"[id,status]',
    ],
    [
      'BOM',
      `\uFEFF${HEAD}controls:\n  - id: A.5$0.2\n    status: x\n`,
      'value controls/0/id "A.5.2"[id,status]',
    ],
    [
      'compact list',
      `${HEAD}controls:\n- id: A.5.2\n  status: x\n- id: A.5.3\n  stat$0\n`,
      'key controls/1/stat "stat" open[id]',
    ],
  ])('%s', (_, text, expected) => expect(checkYaml(text)).toBe(expected));

  test('front matter, and its fences', () => {
    const card = (front: string): string => `---\n${front}---\n# Model card\n`;
    expect(checkYaml(card('license: mit\ntags:\n  - a$0b\n'), 'MODEL_CARD.md')).toBe(
      'value tags/0 "ab" open list[]',
    );
    expect(checkYaml(card('license: mit\n$0\n'), 'MODEL_CARD.md')).toBe('gap  "" open[license]');
    expect(checkYaml('-$0--\nlicense: mit\n---\n# Card\n', 'MODEL_CARD.md')).toBe('nothing');
    expect(checkYaml('---\nlicense: mit\n-$0--\n# Card\n', 'MODEL_CARD.md')).toBe('nothing');
    expect(checkYaml('---\nlicense: mit\nlib$0\n\n# Card\n', 'MODEL_CARD.md')).toMatch(
      /^key lib "lib"|^markdown$/,
    );
  });
});

/** Every scalar of the trees that the parser made, with its path. */
function scalars(
  node: YamlNode,
  start: number,
  path: readonly (string | number)[],
): [string, number, number][] {
  if (node.kind === 'scalar')
    return node.style === 'missing' ? [] : [[path.join('/'), start + node.from, start + node.to]];
  if (node.kind === 'seq') return node.items.flatMap((item, index) => scalars(item, start, [...path, index]));
  if (node.kind === 'map')
    return node.pairs.flatMap(pair => [
      ...scalars({ ...pair.key } as YamlNode, start, [...path, keyText(pair.key) ?? '']),
      ...scalars(pair.value, start, [...path, keyText(pair.key) ?? '']),
    ]);
  return [];
}

test('in a healthy document every key and value is found where the parser has it', () => {
  const text = `# A mapping
clausewright: control-mapping/1
system: { id: credit-scoring, name: 'It''s "scoring"', owner: risk-ml@example.org, tags: [a, [b, c], {d: e}] }
framework: iso-42001 # default
frameworks:
  - nist-ai-rmf
  -   eu-ai-act
controls:
  # the first
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/model-card.md#evaluation
      - path: "reports/fairness.junit.xml"
        kind: test

        reviewed: { by: sam@example.org,
          on: 2026-09-30 }
    satisfies: [nist-ai-rmf:MEASURE 2.3]
    notes: >-
      Several
      lines # no comment

    "quoted key" : x
  - id: A.10.4
    applicable: false
    justification: No customer receives
      the system: internal use only
  - - nested
    - - deeper
      - still
last:
- compact: 1
  more: 2
- other
`.replaceAll('the system: internal', 'the system, internal');
  const { document } = placeOf(`${text}$0`);
  const tree = yamlTreeOf(document.model);
  if (tree === undefined) throw new Error('the document has no YAML');
  const found = pairsOf(tree).flatMap(({ start, value }) =>
    scalars({ kind: 'map', flow: false, pairs: [value], from: 0, to: 0 }, start, []),
  );
  expect(found.length).toBeGreaterThan(50);
  const located = found.map(([, from, to]) => {
    const place = placeAt(document, from + Math.min(1, to - from));
    return place?.area === 'yaml' ? [place.path.join('/'), place.span.start, place.span.end] : undefined;
  });
  const trimmed = found.map(([path, from, to]) => [path, from, from + text.slice(from, to).trimEnd().length]);
  expect(located).toEqual(trimmed);
});

describe('a place in Markdown', () => {
  const checkMarkdown = (text: string) => {
    const { place, document } = placeOf(text, 'MODEL_CARD.md');
    if (place?.area !== 'markdown') return undefined;
    const shown = (span: { start: number; end: number } | undefined) => span && document.source.slice(span);
    return {
      section: place.section?.title,
      onHeading: place.onHeading,
      target: shown(place.link?.destination),
      comment: shown(place.comment?.inner),
      inCode: place.inCode,
    };
  };
  const plain = {
    section: 'Evaluation',
    onHeading: false,
    target: undefined,
    comment: undefined,
    inCode: false,
  };
  test.each([
    ['prose', '# Card\n\n## Evaluation\n\nte$0xt\n', plain],
    ['heading', '# Card\n\n## Eval$0uation\n\ntext\n', { ...plain, onHeading: true }],
    ['setext heading', 'Card\n====\n\nEval$0uation\n---\n\ntext\n', { ...plain, onHeading: true }],
    ['link', '## Evaluation\n\nsee [a](docs/b.md#c$0 "T") here\n', { ...plain, target: 'docs/b.md#c' }],
    [
      'link with brackets',
      '## Evaluation\n\nsee [a](docs/b(1).m$0d)\n',
      { ...plain, target: 'docs/b(1).md' },
    ],
    ['definition', '## Evaluation\n\n[a]: docs/b.$0md\n', { ...plain, target: 'docs/b.md' }],
    ['comment', '## Evaluation\n\n<!-- evidence: A.7$0.5 -->\n', { ...plain, comment: ' evidence: A.7.5 ' }],
    [
      'open comment',
      '## Evaluation\n\n<!-- evidence: A.7$0\n\ntext\n\n<!-- other -->\n',
      { ...plain, comment: ' evidence: A.7' },
    ],
    ['behind a comment', '## Evaluation\n\n<!-- evidence: A.7.5 --> te$0xt\n', plain],
    ['code', '## Evaluation\n\n```\n[a](b$0)\n```\n', { ...plain, inCode: true }],
    ['CRLF', '# Card\r\n\r\n## Eval$0uation\r\n\r\ntext\r\n', { ...plain, onHeading: true }],
  ])('%s', (_, text, expected) => expect(checkMarkdown(text)).toEqual(expected));
});

describe('the control or clause id at an offset', () => {
  const checkReference = (text: string, path = 'controls.yaml'): string => {
    const fixture = parseFixture(text, path);
    const context = contextOf(sessionOf(fixture.files), fixture.path);
    if (context === undefined || fixture.cursor === undefined) throw new Error('no document');
    const found = referenceAt(context, fixture.cursor);
    if (found === undefined) return 'nothing';
    const written = context.document.source.slice(found.span);
    return `${found.role} ${found.catalog.id}:${found.item?.id ?? '?'} "${written}"`;
  };
  const card = (body: string): string => `---\nlicense: mit\nlibrary_name: x\n---\n# Card\n\n${body}\n`;
  test.each([
    ['an entry', `${HEAD}controls:\n  - id: A.6$0.2.4\n`, 'entry iso-42001:A.6.2.4 "A.6.2.4"'],
    ['a quoted entry', `${HEAD}controls:\n  - id: 'A-6-2-4$0'\n`, 'entry iso-42001:A.6.2.4 "A-6-2-4"'],
    ['a bare clause', `${HEAD}controls:\n  - id: 6.1$0.3\n`, 'entry iso-42001:6.1.3 "6.1.3"'],
    ['a key', `${HEAD}controls:\n  A.5$0.2:\n    status: planned\n`, 'entry iso-42001:A.5.2 "A.5.2"'],
    [
      'another framework',
      `${HEAD}controls:\n  - id: iso-27001:A.5$0.2\n`,
      'entry iso-27001:A.5.2 "iso-27001:A.5.2"',
    ],
    [
      'satisfies',
      `${HEAD}controls:\n  - id: A.5.2\n    satisfies: [nist-ai-rmf:MEASURE 2$0.3]\n`,
      'satisfies nist-ai-rmf:MEASURE 2.3 "nist-ai-rmf:MEASURE 2.3"',
    ],
    ['an unknown one', `${HEAD}controls:\n  - id: A.77$0.1\n`, 'entry iso-42001:? "A.77.1"'],
    ['notes', `${HEAD}controls:\n  - id: A.5.2\n    notes: see A.5$0.3\n`, 'prose iso-42001:A.5.3 "A.5.3"'],
    [
      'a comment in YAML',
      `${HEAD}controls:\n  - id: A.5.2 # Clause 6$0.1.4\n`,
      'prose iso-42001:6.1.4 "Clause 6.1.4"',
    ],
    ['a status is none', `${HEAD}controls:\n  - id: A.5.2\n    status: plan$0ned\n`, 'nothing'],
  ])('%s', (_, text, expected) => expect(checkReference(text)).toBe(expected));
  test.each([
    ['prose', card('as ISO/IEC 42001 A.6$0.2.4 asks'), 'prose iso-42001:A.6.2.4 "A.6.2.4"'],
    ['a claim', card('<!-- evidence: A.7.5, A-7$0-6 -->'), 'claim iso-42001:A.7.6 "A-7-6"'],
    ['a bare clause in a claim', card('<!-- evidence: 6.1$0.3 -->'), 'claim iso-42001:6.1.3 "6.1.3"'],
    ['a bare number in prose', card('version 6.1$0.3'), 'nothing'],
    [
      'front matter',
      '---\nlicense: mit\nlibrary_name: x\ncontrols: [A.5.2, A.5$0.3]\n---\n# Card\n',
      'claim iso-42001:A.5.3 "A.5.3"',
    ],
    ['an article', card('see EU AI Act Art. 1$04'), 'prose eu-ai-act:Art. 14 "Art. 14"'],
  ])('in a card: %s', (_, text, expected) => expect(checkReference(text, 'README.md')).toBe(expected));
  test('needed strengths of a configuration', () =>
    expect(checkReference('needed:\n  iso-42001:A.5$0.4: reviewed\n', 'clausewright.yaml')).toBe(
      'setting iso-42001:A.5.4 "iso-42001:A.5.4"',
    ));
});
