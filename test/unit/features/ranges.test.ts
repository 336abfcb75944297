import { expect, test } from 'vitest';
import { documentLinks } from '../../../server/src/features/document-links.ts';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { selectionRanges } from '../../../server/src/features/selection-ranges.ts';
import { encloses } from '../../../server/src/text/span.ts';
import { opened } from '../../support/navigation.ts';

/** Folds as `first-last kind`, 0-based lines. */
function checkFolds(text: string, ...expected: string[]): void {
  const { session, path } = opened(text);
  const lines = session.document(path)?.source.lines;
  const found = foldingRanges(session, path).map(
    ({ span, kind }) => `${lines?.lineAt(span.start)}-${lines?.lineAt(span.end)} ${kind}`,
  );
  expect(found).toEqual(expected);
}

/** The texts of the growing selection, innermost first, without the whole document. */
function checkSelections(text: string, ...expected: string[]): void {
  const { fixture, session, path, offset } = opened(text);
  const source = fixture.files.get(path) ?? '';
  const spans = selectionRanges(session, path, offset);
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    expect(next === undefined || encloses(next, span)).toBe(true);
  }
  expect(spans.at(-1)).toEqual({ start: 0, end: source.length });
  expect(spans.slice(0, -1).map(span => source.slice(span.start, span.end))).toEqual(expected);
}

/** Links as `text → target`. */
function checkLinks(text: string, ...expected: string[]): void {
  const { fixture, session, path } = opened(text);
  const found = documentLinks(session, path).map(({ span, target }) => {
    const to =
      target.kind === 'url'
        ? target.url
        : `${target.path}${target.fragment === undefined ? '' : `#${target.fragment}`}`;
    return `${fixture.files.get(path)?.slice(span.start, span.end)} → ${to}`;
  });
  expect(found).toEqual(expected);
}

const CARD = `//- MODEL_CARD.md
---
license: mit
datasets:
  - x
  - y
---
# A

text

## B

\`\`\`py
x = 1
\`\`\`

<!--
note
-->

# C
x
`;

test('folding of a card: front matter, lists in it, sections, code, comments', () => {
  checkFolds(
    CARD,
    '0-5 block',
    '2-4 block',
    '6-18 section',
    '10-18 section',
    '12-14 block',
    '16-18 comment',
    '20-21 section',
  );
});

test('folding of a mapping', () => {
  checkFolds(
    `//- controls.yaml
clausewright: control-mapping/1
system:
  id: x
controls:
  - id: A.7.2
    evidence:
      - a
      - b
  - id: A.7.3
    status: planned

# end
`,
    '1-2 block',
    '3-9 block',
    '4-7 block',
    '5-7 block',
    '8-9 block',
  );
});

test('selection in Markdown: target, link, block, section, sections around', () => {
  checkSelections(
    '//- MODEL_CARD.md\n# A\n\n## B\n\nsee [x](da$0ta.md).\n\n## C\n',
    'data.md',
    '[x](data.md)',
    'see [x](data.md).',
    '## B\n\nsee [x](data.md).\n\n',
  );
});

test('selection in YAML: value, pair, map, entry, list, key', () => {
  checkSelections(
    '//- controls.yaml\nclausewright: control-mapping/1\ncontrols:\n  - id: A.7.2\n    evidence: [{ path: "a$0b" }]\n  - id: A.7.3\n',
    'ab',
    '"ab"',
    'path: "ab"',
    '{ path: "ab" }',
    '[{ path: "ab" }]',
    'evidence: [{ path: "ab" }]',
    'id: A.7.2\n    evidence: [{ path: "ab" }]',
    '- id: A.7.2\n    evidence: [{ path: "ab" }]',
    'controls:\n  - id: A.7.2\n    evidence: [{ path: "ab" }]\n  - id: A.7.3',
  );
});

test('links of a mapping, without quotes; those that lead nowhere are none', () => {
  checkLinks(
    `//- controls.yaml
clausewright: control-mapping/1
controls:
  - id: A.7.2
    evidence: ["docs/a.md#x", 'docs/a.md', docs/gone.md, https://example.org/x, JIRA-1, '*.md']
//- docs/a.md
# X
`,
    'docs/a.md#x → docs/a.md#x',
    'docs/a.md → docs/a.md',
    'https://example.org/x → https://example.org/x',
  );
});

test('links of a card', () => {
  checkLinks(
    '//- docs/MODEL_CARD.md\n# A\n[a](../b.md) [b](#a) <https://example.org> [c](javascript:alert(1)) [d](/b.md#x)\n//- b.md\nx\n',
    '../b.md → b.md',
    '#a → docs/MODEL_CARD.md#a',
    'https://example.org → https://example.org',
    '/b.md#x → b.md#x',
  );
});

test('no document', () => {
  const { session } = opened(CARD);
  expect([
    foldingRanges(session, 'no.md'),
    selectionRanges(session, 'no.md', 3),
    documentLinks(session, 'no.md'),
  ]).toEqual([[], [], []]);
  expect(selectionRanges(session, 'MODEL_CARD.md', 99_999)).toEqual([
    { start: 0, end: session.document('MODEL_CARD.md')?.source.text.length },
  ]);
});
