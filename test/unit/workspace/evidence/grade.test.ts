import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../../server/src/text/digest.ts';
import { gradeEntry } from '../../../../server/src/workspace/evidence/grade.ts';
import type { GradedEntry } from '../../../../server/src/workspace/evidence/graded.ts';
import { parseFixture, sessionOf, TODAY } from '../../../support/fixture.ts';

const EVALUATION = '\nThe model reaches an AUC of 0.81 on the held-out quarter.\n';
const CARD = `# Card\n\n## Evaluation\n${EVALUATION}\n## Bias\n\n[More Information Needed]\n\n## Empty\n`;
const PASSING = '<testsuite timestamp="2026-10-01T00:00:00"><testcase name="a"/></testsuite>';
const FILES = `//- docs/card.md
${CARD}//- reports/ok.junit.xml
${PASSING}
//- reports/bad.junit.xml
<testsuite><testcase name="a"><failure/></testcase></testsuite>
//- docs/scan.pdf
//- src/train.py
import numpy
fit()
`;

function graded(
  evidence: string,
  times: Record<string, string> = {},
  people: readonly string[] = [],
  basis: 'git' | 'edited' | 'file' = 'git',
): GradedEntry {
  const mapping = `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
${evidence.replace(/^/gm, '      ')}
`;
  const { files } = parseFixture(FILES, 'docs/card.md');
  const session = sessionOf(new Map([...files, ['controls.yaml', mapping]]));
  session.told.setTimes(new Map(Object.entries(times).map(([path, at]) => [path, { at, basis }])));
  const graph = session.graph(new Set());
  const entry = graph.entries('iso-42001:A.6.2.4')[0];
  if (entry === undefined) throw new Error('the fixture has no entry');
  const scope = { reviewPeriod: 365, people, path: 'controls.yaml', root: '' };
  return gradeEntry(entry.data, { graph, today: TODAY, ...scope });
}

function checkGrade(
  evidence: string,
  strength: string,
  reason: string | undefined,
  times?: Record<string, string>,
): void {
  const { evidence: pieces, strength: best } = graded(evidence, times);
  expect([best, pieces[0]?.reason?.code]).toEqual([strength, reason]);
}

const signed = (by: string, on: string, digest = digestOf(EVALUATION)): string =>
  `- path: docs/card.md#evaluation\n  reviewed: { by: ${by}, on: ${on}, digest: ${digest} }`;

test('where the configuration lists who may sign, nobody else’s signature counts', () => {
  const evidence = signed('sam@example.org', '2026-09-30');
  expect(graded(evidence, {}, ['Sam <sam@example.org>']).strength).toBe('reviewed');
  const [piece] = graded(evidence, {}, ['ana@example.org']).evidence;
  expect([piece?.strength, piece?.reason?.code]).toEqual(['documented', 'unlisted']);
});

describe('from missing to documented', () => {
  test.each([
    ['- https://example.org/report', 'asserted', 'link'],
    ['- RISK-42', 'asserted', 'ticket'],
    ['- ../other/report.md', 'missing', 'outside'],
    ['- docs/none.md', 'missing', 'no-file'],
    ['- docs/*.txt', 'missing', 'no-match'],
    ['- docs/*.md', 'documented', undefined],
    ['- docs/card.md#nothing', 'missing', 'no-section'],
    ['- docs/card.md#bias', 'asserted', 'placeholder'],
    ['- docs/card.md#empty', 'asserted', 'empty'],
    ['- docs/card.md#evaluation', 'documented', 'unsigned'],
    ['- docs', 'documented', 'folder'],
    ['- src/train.py#L1-L2', 'documented', 'unsigned'],
    ['- src/train.py#L1-L9', 'missing', 'no-lines'],
  ])('%s is %s', (evidence, strength, reason) => {
    checkGrade(evidence, strength, reason);
  });

  test('evidence past its date is only asserted', () => {
    checkGrade('- { path: docs/card.md#evaluation, expires: 2026-11-21 }', 'asserted', 'expired');
    checkGrade('- { path: docs/card.md#evaluation, expires: 2026-11-22 }', 'documented', 'unsigned');
  });

  test('an entry is as strong as its best evidence', () => {
    expect(graded('- docs/none.md\n- https://example.org\n- docs/card.md#evaluation').strength).toBe(
      'documented',
    );
  });
});

describe('reviewed', () => {
  test('a sign-off by somebody else of this text counts', () => {
    checkGrade(signed('sam@example.org', '2026-09-30'), 'reviewed', undefined);
  });

  test('of lines of code, and of a section in other letter case, counts', () => {
    const reviewed = `reviewed: { by: sam@example.org, on: 2026-09-30, digest: `;
    checkGrade(`- { path: src/train.py#L2, ${reviewed}${digestOf('fit()')} } }`, 'reviewed', undefined);
    checkGrade(`- { path: src/train.py#L1, ${reviewed}${digestOf('fit()')} } }`, 'documented', 'suspect');
    const upper = `- { path: docs/card.md#Evaluation, ${reviewed}`;
    checkGrade(`${upper}${digestOf(EVALUATION)} } }`, 'reviewed', undefined);
    checkGrade(`${upper}0123456789ab } }`, 'documented', 'suspect');
  });

  test('white space at line ends does not break it', () => {
    checkGrade(
      signed('sam@example.org', '2026-09-30', digestOf(`${EVALUATION.trim()}  \r\n`)),
      'reviewed',
      undefined,
    );
  });

  test.each([
    [signed('sam@example.org', '2026-09-30', '0123456789ab'), 'suspect'],
    [signed('Jane <jane@example.org>', '2026-09-30'), 'self-review'],
    [signed('sam@example.org', '2026-11-23'), 'bad-date'],
    [signed('sam@example.org', '2025-11-01'), 'overdue'],
    ['- { path: docs/card.md#evaluation, reviewed: { by: sam@example.org } }', 'incomplete-sign-off'],
    [
      '- { path: docs/scan.pdf, reviewed: { by: sam@example.org, on: 2026-09-30, digest: 0123456789ab } }',
      'unverifiable',
    ],
  ])('%s counts as documented', (evidence, reason) => {
    checkGrade(evidence, 'documented', reason);
    expect(graded(evidence).evidence[0]?.suspect).toBe(reason === 'suspect');
  });
});

describe('tested', () => {
  test('a passing result counts, whether or not the entry calls it a test', () => {
    checkGrade('- reports/ok.junit.xml', 'tested', undefined);
    checkGrade('- { path: reports/ok.junit.xml, kind: test }', 'tested', undefined);
    checkGrade('- { path: reports/ok.junit.xml, kind: report }', 'documented', 'unsigned');
  });

  test('a failing result is a document, no test', () => {
    checkGrade('- { path: reports/bad.junit.xml, kind: test }', 'documented', 'failing');
  });

  test('a result is stale when what it covers changed after it ran', () => {
    const both = '- reports/ok.junit.xml\n- src/train.py';
    checkGrade(both, 'documented', 'stale', { 'src/train.py': '2026-10-05T00:00:00Z' });
    checkGrade(both, 'tested', undefined, { 'src/train.py': '2026-09-05T00:00:00Z' });
    const named = '- { path: reports/ok.junit.xml, kind: test, covers: [src/*.py] }';
    checkGrade(named, 'documented', 'stale', { 'src/train.py': '2026-10-05T00:00:00Z' });
  });

  test('the time of a file of which there is no commit, as in an unpacked archive, makes no result stale', () => {
    const named = '- { path: reports/ok.junit.xml, kind: test, covers: [src/*.py] }';
    const strength = (basis: 'edited' | 'file'): string =>
      graded(named, { 'src/train.py': '2026-10-05T00:00:00Z' }, [], basis).strength;
    expect([strength('edited'), strength('file')]).toEqual(['documented', 'tested']);
  });
});
