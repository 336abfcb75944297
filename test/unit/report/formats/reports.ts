import { fingerprintsOf } from '../../../../server/src/report/fingerprint.ts';
import type { FormatContext } from '../../../../server/src/report/formats/format.ts';
import { FORMATS } from '../../../../server/src/report/formats/registry.ts';
import { PLAIN } from '../../../../server/src/report/paint.ts';
import { type CheckReport, type ReportedFinding, reported } from '../../../../server/src/report/reported.ts';
import { Checker } from '../../../../server/src/rules/checker.ts';
import { RULES } from '../../../../server/src/rules/registry.ts';
import { parseFixture, sessionOf } from '../../../support/fixture.ts';

/** What formats say beside the findings, in tests. */
export const CONTEXT: FormatContext = {
  version: '0.1.0',
  rules: RULES,
  page: rule => `https://example.org/${rule}.md`,
  paint: PLAIN,
};

/** The findings of a fixture's documents as a report. */
export function reportOf(fixture: string): CheckReport {
  const { files } = parseFixture(fixture, 'controls.yaml');
  const session = sessionOf(files);
  const checker = new Checker(session, RULES);
  const naming = { shown: (path: string) => path, source: (path: string) => session.source(path) };
  const all = session.paths.flatMap(path => {
    const source = session.source(path);
    if (source === undefined) return [];
    const findings = checker.findings(path);
    const prints = fingerprintsOf(findings, source);
    return findings.map((finding, index) => ({
      reason: finding.suppressed,
      each: reported(finding, source, naming, prints[index] ?? '', true),
    }));
  });
  return {
    findings: all.flatMap(({ reason, each }) => (reason === undefined ? [each] : [])),
    suppressed: all.flatMap(({ reason, each }) =>
      reason === undefined ? [] : [{ ...each, suppression: { kind: 'comment' as const, reason } }],
    ),
    paths: session.paths,
    documents: { 'control-mapping': session.paths.length },
  };
}

/** A report with one made-up finding for each message. */
export function madeUp(messages: readonly string[], more: Partial<ReportedFinding> = {}): CheckReport {
  const findings = messages.map(
    (message, index): ReportedFinding => ({
      rule: 'evidence/missing-file',
      severity: 'warning',
      message,
      path: 'controls.yaml',
      range: { start: { line: index, character: 2 }, end: { line: index, character: 9 } },
      controls: ['iso-42001:A.6.2.4'],
      related: [],
      fixes: [],
      line: '',
      fingerprint: index.toString(16).padStart(32, '0'),
      ...more,
    }),
  );
  return { findings, suppressed: [], paths: ['controls.yaml'], documents: { 'control-mapping': 1 } };
}

/** A report as a format writes it. */
export function written(format: string, report: CheckReport): string {
  const text = FORMATS[format]?.write(report, CONTEXT) ?? '';
  return typeof text === 'string' ? text : [...text].join('');
}

/** Documents with findings of all kinds: with related places, with fixes, silenced. */
export const GAPS = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: done
    evidence:
      - docs/missing, 100%.md
      - docs/notes.md#evalution
      - docs/notes.md#empty
  # clausewright-disable-next-line mapping/missing-evidence: arrives with the pilot
  - id: A.8.3
    status: implemented
//- docs/notes.md
# Notes

## Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.

## Empty
`;
