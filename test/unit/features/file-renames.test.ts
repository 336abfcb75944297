import { expect, test } from 'vitest';
import { type FileMove, willRename } from '../../../server/src/features/file-renames.ts';
import { sessionOf } from '../../support/fixture.ts';
import { changed, opened, written } from '../../support/navigation.ts';

/** Moves files and compares every text; the texts keep their old paths, as the edits are made before the move. */
function checkMove(before: string, moves: readonly FileMove[], after: string): void {
  const { fixture, session } = opened(before);
  const result = changed(fixture.files, willRename(session, moves));
  expect(written(result)).toBe(written(opened(after).fixture.files));
}

function checkQuiet(before: string, moves: readonly FileMove[]): void {
  expect(willRename(opened(before).session, moves)).toEqual([]);
}

const MAPPING = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring }
controls:
  - id: A.6.2.4
`;

test('evidence follows a file, with its fragment, quotes and style', () => {
  checkMove(
    `${MAPPING}    evidence: [docs/card.md#evaluation, './docs/card.md', "/docs/card.md"]
  - id: A.7.2
    evidence:
      - path: docs\\card.md   # the card
      - docs/other.md
//- docs/card.md
# Evaluation
//- docs/other.md
# Other
`,
    [{ from: 'docs/card.md', to: 'cards/model card.md' }],
    `${MAPPING}    evidence: [cards/model card.md#evaluation, './cards/model card.md', "/cards/model card.md"]
  - id: A.7.2
    evidence:
      - path: cards\\model card.md   # the card
      - docs/other.md
//- docs/card.md
# Evaluation
//- docs/other.md
# Other
`,
  );
});

test('codes stay where the old link had them, and characters that would be misread get them', () => {
  checkMove(
    `${MAPPING}    evidence:
      - docs/my%20card.md
      - docs/b.md
      - 'docs/b.md'
//- docs/my card.md
# A
//- docs/b.md
# B
`,
    [
      { from: 'docs/my card.md', to: 'docs/a b c.md' },
      { from: 'docs/b.md', to: "docs/it's #1, b: c.md" },
    ],
    `${MAPPING}    evidence:
      - docs/a%20b%20c.md
      - docs/it's %231%2C b%3A c.md
      - 'docs/it''s %231, b: c.md'
//- docs/my card.md
# A
//- docs/b.md
# B
`,
  );
});

test('Markdown links to a file, and relative ones inside a file that moves', () => {
  checkMove(
    `${MAPPING}    evidence: docs/card.md
//- docs/card.md
---
license: mit
datasets: [x]
license_link: ../LICENSE
---
# Card
[data](data.md#rows "t") ![p](../img/p.png) [self](#card) [web](https://x.example/data.md)

[d]: ./data.md

<a href="data.md?raw=1#x">h</a> \`[c](data.md)\`
//- docs/data.md
# Rows
[back](card.md) [back](<card.md>)
//- img/p.png
-
//- LICENSE
-
//- docs/DATASET_CARD.md
# D
[card](./card.md)
`,
    [{ from: 'docs/card.md', to: 'card (new).md' }],
    `${MAPPING}    evidence: card (new).md
//- docs/card.md
---
license: mit
datasets: [x]
license_link: LICENSE
---
# Card
[data](docs/data.md#rows "t") ![p](img/p.png) [self](#card) [web](https://x.example/data.md)

[d]: ./docs/data.md

<a href="docs/data.md?raw=1#x">h</a> \`[c](data.md)\`
//- docs/data.md
# Rows
[back](card.md) [back](<card.md>)
//- img/p.png
-
//- LICENSE
-
//- docs/DATASET_CARD.md
# D
[card](../card%20%28new%29.md)
`,
  );
});

test('a folder with everything in it: links between its files stay, links in and out follow', () => {
  checkMove(
    `${MAPPING}    evidence: [docs/a/card.md#x, docs/a, 'docs/**/*.md', "docs/a/*.{md,txt}", docs/c/]
//- docs/a/card.md
---
license: mit
datasets: [x]
---
[b](b.md) [c](../c/MODEL_CARD.md)
//- docs/a/b.md
-
//- docs/c/MODEL_CARD.md
# C
[card](../a/card.md)
`,
    [{ from: 'docs/a', to: 'cards/deep/a' }],
    `${MAPPING}    evidence: [cards/deep/a/card.md#x, cards/deep/a, 'docs/**/*.md', "cards/deep/a/*.{md,txt}", docs/c/]
//- docs/a/card.md
---
license: mit
datasets: [x]
---
[b](b.md) [c](../../../docs/c/MODEL_CARD.md)
//- docs/a/b.md
-
//- docs/c/MODEL_CARD.md
# C
[card](../../cards/deep/a/card.md)
`,
  );
});

test('a mapping that moves takes its links along, globs too', () => {
  checkMove(
    `${MAPPING}    evidence:
      - docs/card.md
      - '*.junit.xml'
      - /docs/card.md
      - path: t.junit.xml
        covers: [src/train.py, src/*.py]
//- docs/card.md
# C
//- t.junit.xml
<testsuite/>
//- src/train.py
x = 1
`,
    [{ from: 'controls.yaml', to: 'governance/controls.yaml' }],
    `${MAPPING}    evidence:
      - ../docs/card.md
      - '../*.junit.xml'
      - /docs/card.md
      - path: ../t.junit.xml
        covers: [../src/train.py, ../src/*.py]
//- docs/card.md
# C
//- t.junit.xml
<testsuite/>
//- src/train.py
x = 1
`,
  );
});

test('both ends of a link move at once', () => {
  checkQuiet(`${MAPPING}    evidence: docs/card.md\n//- docs/card.md\n# C\n`, [
    { from: 'controls.yaml', to: 'x/controls.yaml' },
    { from: 'docs', to: 'x/docs' },
  ]);
});

test('CRLF stays', () => {
  const text = `${MAPPING}    evidence: docs/card.md\n`
    .replace('//- controls.yaml\n', '')
    .replaceAll('\n', '\r\n');
  const files = new Map([
    ['controls.yaml', text],
    ['docs/card.md', '# C\r\n'],
  ]);
  const after = changed(files, willRename(sessionOf(files), [{ from: 'docs/card.md', to: 'd/card.md' }]));
  expect(after.get('controls.yaml')).toBe(text.replace('docs/card.md', 'd/card.md'));
});

test('nothing to do', () => {
  const before = `${MAPPING}    evidence: [docs/gone.md, ../../out.md, JIRA-1, 'https://x.example', docs/card.md]\n//- docs/card.md\n# C\n`;
  checkQuiet(before, []);
  checkQuiet(before, [{ from: 'docs/unknown.md', to: 'x.md' }]);
  checkQuiet(before, [{ from: 'docs/card.md', to: 'docs/card.md' }]);
  checkQuiet(before, [{ from: '', to: 'x' }]);
});

test('a name that would read as a ticket, a scheme or a home folder gets "./"', () => {
  checkMove(
    `${MAPPING}    evidence: [a.md]\n//- a.md\n# A\n`,
    [{ from: 'a.md', to: 'ABC-12' }],
    `${MAPPING}    evidence: [./ABC-12]\n//- a.md\n# A\n`,
  );
});
