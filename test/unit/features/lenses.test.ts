import { expect, test } from 'vitest';
import { codeLenses } from '../../../server/src/features/code-lenses.ts';
import { inlayHints } from '../../../server/src/features/inlay-hints.ts';
import { digestOf } from '../../../server/src/text/digest.ts';
import { opened } from '../../support/navigation.ts';
import { SCORING } from '../../support/scoring.ts';

/** Lenses as `text under it: title`. */
function checkLenses(text: string, path: string, ...expected: string[]): void {
  const { fixture, session } = opened(text);
  const source = fixture.files.get(path) ?? '';
  const found = codeLenses(session, path);
  expect(found.map(({ span, title }) => `${source.slice(span.start, span.end)}: ${title}`)).toEqual(expected);
}

/** The document with its hints in `«…»`. */
function checkHints(text: string, path: string, ...expected: string[]): void {
  const { fixture, session } = opened(text);
  let source = fixture.files.get(path) ?? '';
  for (const hint of inlayHints(session, path).toReversed())
    source = `${source.slice(0, hint.offset)}«${hint.label}»${source.slice(hint.offset)}`;
  expect(source.split(/\r?\n/).filter(line => line.includes('«'))).toEqual(expected);
}

test('a mapping: coverage, then evidence and strength of each entry in force', () => {
  checkLenses(
    SCORING,
    'controls.yaml',
    'controls: 2 of 37 controls evidenced',
    'A.6.2.4: evidence: 2 · documented',
    'A.7.2: evidence: 1 · documented',
  );
});

test('entries without evidence, with weak and with suspect evidence', () => {
  const signed = (digest: string): string =>
    `reviewed: { by: sam@example.org, on: 2026-11-01, digest: ${digest} }`;
  checkLenses(
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.7.2
  - id: A.7.3
    evidence: JIRA-1
  - id: A.7.4
    evidence:
      - { path: card.md#a, ${signed('000000000000')} }
  - id: A.7.5
    evidence:
      - { path: card.md#a, ${signed(digestOf('Real text.'))} }
//- card.md
# A

Real text.
`,
    'controls.yaml',
    'controls: 2 of 38 controls evidenced',
    'A.7.2: evidence: none · documented is needed',
    'A.7.3: evidence: 1 · asserted · documented is needed',
    'A.7.4: evidence: 1 · documented · 1 suspect',
    'A.7.5: evidence: 1 · reviewed',
  );
});

test('each framework of a mapping has its count', () => {
  checkLenses(
    `//- controls.yaml
clausewright: control-mapping/1
framework: iso-42001
frameworks: [nist-ai-rmf]
controls: []
`,
    'controls.yaml',
    'controls: 0 of 38 controls evidenced (ISO/IEC 42001:2023)',
    expect.stringMatching(
      /^controls: 0 of \d+ controls evidenced \(NIST AI RMF[^)]*\)$/,
    ) as unknown as string,
  );
});

test('a card: what its sections support', () => {
  checkLenses(SCORING, 'docs/MODEL_CARD.md', 'Evaluation: supports A.6.2.4', 'Training data: supports A.7.2');
  const text = SCORING.replace(
    'evidence: docs/MODEL_CARD.md#training-data',
    'evidence: [docs/MODEL_CARD.md#evaluation, docs/MODEL_CARD.md]',
  );
  checkLenses(text, 'docs/MODEL_CARD.md', ': supports A.7.2', 'Evaluation: supports A.6.2.4, A.7.2');
});

test('titles behind ids, and the days to a date', () => {
  checkHints(
    SCORING,
    'controls.yaml',
    '  - id: A.6.2.4«AI system verification and validation»',
    '        expires: 2026-12-01«in 9 days»',
    expect.stringMatching(/^ {4}satisfies: \[nist-ai-rmf:MEASURE 2.3«.+»\]$/) as unknown as string,
    '  - id: A.7.2«Data for development and enhancement of AI system»',
    '  - id: A.10.4«Customers»',
    '    until: 2026-11-21«1 day ago»',
  );
});

test('claims and front matter', () => {
  checkHints(
    SCORING,
    'docs/MODEL_CARD.md',
    expect.stringMatching(/^controls: \[A.6.2.7«.+»\]$/) as unknown as string,
    '<!-- evidence: A.7.2«Data for development and enhancement of AI system», A.7.5«Data provenance» -->',
  );
});

test('when a review is due', () => {
  const hinted = (on: string): string =>
    `//- controls.yaml\nclausewright: control-mapping/1\ncontrols:\n  - evidence:\n      - path: a.md\n        reviewed: { by: x, on: ${on} }\n`;
  checkHints(
    hinted('2026-11-22'),
    'controls.yaml',
    '        reviewed: { by: x, on: 2026-11-22«review due in 365 days» }',
  );
  checkHints(
    hinted('2025-11-22'),
    'controls.yaml',
    '        reviewed: { by: x, on: 2025-11-22«review due today» }',
  );
  checkHints(
    hinted('2024-11-22'),
    'controls.yaml',
    '        reviewed: { by: x, on: 2024-11-22«review overdue» }',
  );
  checkHints(hinted('2027-01-01'), 'controls.yaml');
  checkHints(hinted('soon'), 'controls.yaml');
});

test('only what lies in the stretch that is asked for', () => {
  const { session } = opened(SCORING);
  const end = session.document('controls.yaml')?.source.text.indexOf('A.7.2') ?? 0;
  expect(inlayHints(session, 'controls.yaml', { start: 0, end: end - 3 }).length).toBe(3);
});

test('no document', () => {
  const { session } = opened(SCORING);
  expect([codeLenses(session, 'no.md'), inlayHints(session, 'no.md')]).toEqual([[], []]);
});
