import { at } from '../../text/span.ts';
import { newerThanTest } from '../../workspace/evidence/grade-file.ts';
import { defineRule } from '../define.ts';
import { gradeContext, troubledRows } from './graded-rows.ts';

/** A test result that is older than what it tests. */
export const staleTest = defineRule({
  id: 'evidence/stale-test',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A test result is older than the code or data it covers. When those have changed is known from git; files that were never committed are passed over.',
  why: 'ISO/IEC 42001 A.6.2.4 asks that what is released is what was verified; a result from before the last change shows another system.',
  clauses: ['iso-42001:A.6.2.4', 'iso-42001:A.6.2.6'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: ⟦reports/fairness.junit.xml⟧
        kind: test
        covers: [src/train.py]
//- reports/fairness.junit.xml
<testsuite timestamp="2026-10-01T00:00:00"><testcase name="a"/></testsuite>
//- src/train.py @2026-11-02T09:30:00Z
fit()
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: reports/fairness.junit.xml
        kind: test
        covers: [src/train.py]
//- reports/fairness.junit.xml
<testsuite timestamp="2026-10-01T00:00:00"><testcase name="a"/></testsuite>
//- src/train.py @2026-09-20T09:30:00Z
fit()
`,
  ],
  check(_, context) {
    for (const { start, entry, fact, graded, id } of context.derive(troubledRows)) {
      for (const [index, piece] of graded.evidence.entries()) {
        const [evidence, item] = [entry.evidence[index], fact.items[index]];
        const test = piece.path === undefined ? undefined : context.graph.test(piece.path);
        if (
          piece.reason?.code !== 'stale' ||
          evidence === undefined ||
          item === undefined ||
          piece.path === undefined ||
          test === undefined
        )
          continue;
        const newer = newerThanTest(test, piece.path, item, fact, gradeContext(context));
        if (newer === undefined) continue;
        const basis =
          newer.basis === 'git' ? 'its last commit' : "the file's time, as it differs from its last commit";
        context.report({
          at: at(start, evidence.target),
          what: `${piece.target} ran on ${newer.ran.slice(0, 10)}, and ${newer.path} has changed since, on ${newer.at.slice(0, 10)} (by ${basis})`,
          why: `A result from before the last change shows another system than the one in use (ISO/IEC 42001 A.6.2.4)`,
          next: 'Run the tests again and replace the result',
          controls: [id],
        });
      }
    }
  },
});
