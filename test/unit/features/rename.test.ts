import { expect, test } from 'vitest';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { changed, opened, shown, written } from '../../support/navigation.ts';

/** Renames what stands at `$0` and compares every file. */
function checkRename(before: string, name: string, after: string): void {
  const { fixture, session, path, offset } = opened(before);
  const result = rename(session, path, offset, name);
  if (result?.kind !== 'changes') throw new Error(result?.reason ?? 'nothing to rename');
  expect(written(changed(fixture.files, result.changes))).toBe(written(opened(after).fixture.files));
}

function checkRefused(before: string, name: string, reason: RegExp): void {
  const { session, path, offset } = opened(before);
  const result = rename(session, path, offset, name);
  expect(result?.kind === 'refused' ? result.reason : result).toMatch(reason);
}

/** What is offered for renaming: the stretch and the name in it. */
function checkOffered(before: string, place: string, name: string): void {
  const open = opened(before);
  const range = prepareRename(open.session, open.path, open.offset);
  if (range?.kind !== 'range') throw new Error(range?.reason ?? 'nothing to rename');
  expect(shown(open, open.path, range.span)).toBe(place);
  expect(range.placeholder).toBe(name);
}

function checkNotOffered(before: string, reason: RegExp | undefined): void {
  const { session, path, offset } = opened(before);
  const range = prepareRename(session, path, offset);
  if (reason === undefined) expect(range).toBeUndefined();
  else expect(range?.kind === 'refused' ? range.reason : range).toMatch(reason);
}

const MAPPING = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring }
controls:
  - id: A.6.2.4
`;
const CARD = `//- docs/card.md
---
license: mit
datasets: [x]
---
`;

test('a heading with every link to it: evidence, links of other documents, its own', () => {
  checkRename(
    `${MAPPING}    evidence: [docs/card.md#evaluation, 'docs/card.md#Evaluation', docs/card.md#evaluation-data]
${CARD}# Card
See [below](#evaluation) and [rest](#card).
## **Eval$0uation** {.x}
x
## Evaluation data
//- DATASET_CARD.md
# D
[e](./docs/card.md#evaluation "t")

[r]: <docs/card.md#evaluation>
`,
    'Results (2026)',
    `${MAPPING}    evidence: [docs/card.md#results-2026, 'docs/card.md#results-2026', docs/card.md#evaluation-data]
${CARD}# Card
See [below](#results-2026) and [rest](#card).
## Results (2026) {.x}
x
## Evaluation data
//- DATASET_CARD.md
# D
[e](./docs/card.md#results-2026 "t")

[r]: <docs/card.md#results-2026>
`,
  );
});

test('the numbers of duplicate headings shift, and their links follow', () => {
  checkRename(
    `${MAPPING}    evidence: [docs/card.md#results, docs/card.md#results-1, docs/card.md#results-2]
${CARD}# Res$0ults
a
# Results
b
# Results
c
`,
    'Summary',
    `${MAPPING}    evidence: [docs/card.md#summary, docs/card.md#results, docs/card.md#results-1]
${CARD}# Summary
a
# Results
b
# Results
c
`,
  );
});

test('a heading that takes the name of a later one pushes that one on', () => {
  checkRename(
    `${MAPPING}    evidence: [docs/card.md#a, docs/card.md#b]\n${CARD}# $0A\na\n# B\nb\n`,
    'B',
    `${MAPPING}    evidence: [docs/card.md#b, docs/card.md#b-1]\n${CARD}# B\na\n# B\nb\n`,
  );
});

test('links by an explicit id stay', () => {
  checkRename(
    `${MAPPING}    evidence: [docs/card.md#eval, docs/card.md#evaluation]\n${CARD}# $0Evaluation {#eval}\na\n`,
    'Tests',
    `${MAPPING}    evidence: [docs/card.md#eval, docs/card.md#tests]\n${CARD}# Tests {#eval}\na\n`,
  );
});

test('setext and HTML headings, wide characters and line ends', () => {
  checkRename(
    `${MAPPING}    evidence: [docs/card.md#old, docs/card.md#%C3%A9t%C3%A9]\r\n${CARD}Ol$0d\r\n===\r\n\r\n<h2>Été</h2>\r\n`,
    'Über uns',
    `${MAPPING}    evidence: [docs/card.md#über-uns, docs/card.md#%C3%A9t%C3%A9]\r\n${CARD}Über uns\r\n===\r\n\r\n<h2>Été</h2>\r\n`,
  );
  checkRename(
    `${MAPPING}    evidence: [docs/card.md#%C3%A9t%C3%A9]\n${CARD}<h2>É$0té</h2>\n`,
    'Über',
    `${MAPPING}    evidence: [docs/card.md#%C3%BCber]\n${CARD}<h2>Über</h2>\n`,
  );
});

test('a heading from a link to it', () => {
  const before = `${MAPPING}    evidence: docs/card.md#eval$0uation\n${CARD}## Evaluation\nx\n`;
  checkOffered(before, 'controls.yaml: docs/card.md#evaluation', 'Evaluation');
  checkRename(before, 'Tests', `${MAPPING}    evidence: docs/card.md#tests\n${CARD}## Tests\nx\n`);
});

test('a heading that names a control is renamed as a heading', () => {
  checkOffered(`${CARD}## A.7$0.2 data\nx\n`, 'docs/card.md: A.7.2 data', 'A.7.2 data');
});

test('titles that cannot be', () => {
  const before = `${MAPPING}    evidence: docs/card.md#a\n${CARD}## $0A\nx\n`;
  checkRefused(before, '  ', /needs a title/);
  checkRefused(before, 'a\nb', /one line/);
  checkRefused(before, '###', /would not be read/);
  checkRefused(`${CARD}$0A\n---\nx\n`, '- a', /would not be read/);
  checkRefused(before, '🎯', /No address would be left/);
});

test('a year may be a title: a link into a file is no ticket', () => {
  checkRename(
    `${MAPPING}    evidence: docs/card.md#a\n${CARD}## $0A\nx\n`,
    '2026',
    `${MAPPING}    evidence: docs/card.md#2026\n${CARD}## 2026\nx\n`,
  );
});

test("a fragment that stands with an author's own id of another section", () => {
  checkRefused(
    `${MAPPING}    evidence: docs/card.md#a\n${CARD}# X {#taken}\nx\n# $0A\ny\n`,
    'Taken',
    /No address would be left/,
  );
});

test('a system in all its documents, in their own quotes', () => {
  checkRename(
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scor$0ing, name: scoring }
controls: []
//- impact-assessment.md
---
clausewright: impact-assessment/1
system: "scoring"
---
# Scope
//- b/MODEL_CARD.md
---
system: 'scoring'  # here
---
# scoring
//- c/MODEL_CARD.md
---
system: scoring-2
---
# C
`,
    'credit.v2',
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: credit.v2, name: scoring }
controls: []
//- impact-assessment.md
---
clausewright: impact-assessment/1
system: "credit.v2"
---
# Scope
//- b/MODEL_CARD.md
---
system: 'credit.v2'  # here
---
# scoring
//- c/MODEL_CARD.md
---
system: scoring-2
---
# C
`,
  );
});

test('a system from any document that names it, and ids that YAML would read otherwise', () => {
  checkRename(
    `${MAPPING}//- MODEL_CARD.md\n---\nsystem: scor$0ing\n---\n# C\n`,
    '2026',
    `${MAPPING.replace('id: scoring', 'id: "2026"')}//- MODEL_CARD.md\n---\nsystem: "2026"\n---\n# C\n`,
  );
});

test('system ids that cannot be', () => {
  const before = `${MAPPING.replace('scoring', 'scor$0ing')}//- b/controls.yaml\nclausewright: control-mapping/1\nsystem: other\ncontrols: []\n`;
  checkRefused(before, 'other', /id of another system already, in b\/controls.yaml/);
  checkRefused(before, 'a b', /no id of a system/);
  checkRefused(before, '', /no id of a system/);
});

test('what cannot be renamed says why', () => {
  checkNotOffered(MAPPING.replace('A.6.2.4', 'A.6.$02.4'), /id of a catalog/);
  checkNotOffered(`${MAPPING}    evidence: docs/ca$0rd.md\n${CARD}# C\n`, /Rename the file docs\/card.md/);
  checkNotOffered(`${MAPPING}    evidence: docs/card.md#go$0ne\n${CARD}# C\n`, /no heading "#gone"/);
  checkNotOffered(`${MAPPING}    evidence: https://x.ex$0ample\n`, /names no section or file/);
  checkNotOffered(CARD.replace('[x]', '[$0x]'), /names a dataset/);
  checkNotOffered(`${CARD}# A\n\n**Bo$0ld line**\n\nx\n`, /bold line/i);
});

test('nothing there', () => {
  checkNotOffered(`${CARD}# A\n\ntext$0\n`, undefined);
  checkNotOffered(`${MAPPING}    sta$0tus: planned\n`, undefined);
  const { session } = opened(CARD);
  expect(prepareRename(session, 'no/such.md', 3)).toBeUndefined();
  expect(rename(session, 'docs/card.md', 99_999, 'x')).toBeUndefined();
});
