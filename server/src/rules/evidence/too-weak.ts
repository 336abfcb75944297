import { compareStrength } from '../../catalog/types.ts';
import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';
import { gradedRows } from './graded-rows.ts';

/** Reasons that no other rule reports; where another one does, its finding is the one to act on. */
const UNEXPLAINED: ReadonlySet<string> = new Set([
  'link',
  'ticket',
  'folder',
  'unsigned',
  'incomplete-sign-off',
  'unverifiable',
]);

/** What to do to reach a strength. */
const STEPS: Readonly<Record<string, string>> = {
  documented: 'Point at a section of a document in this repository that describes it',
  reviewed:
    'Have somebody other than the author sign the text: use the "Sign off" action or "clausewright review"',
  tested:
    'Add a machine-readable result that passes: JUnit XML, SARIF or evaluation results, with "kind: test"',
};

/** Evidence that is there, but weaker than the control needs. */
export const tooWeak = defineRule({
  id: 'evidence/too-weak',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: "A control's best evidence is weaker than the control needs.",
  why: 'ISO/IEC 42001 clause 9.1 asks that results are evaluated on evidence; some frameworks, such as HITRUST, count only controls that are tested.',
  clauses: ['iso-42001:9.1'],
  standIns: [
    'evidence/empty-section',
    'evidence/expired',
    'evidence/failing-test',
    'evidence/missing-file',
    'evidence/missing-heading',
    'evidence/outside-workspace',
    'evidence/overdue-review',
    'evidence/placeholder',
    'evidence/stale-test',
    'mapping/overstated-status',
  ],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    needed: reviewed
    evidence: ⟦docs/evaluation.md⟧
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    needed: tested
    evidence: reports/evaluation.junit.xml
//- reports/evaluation.junit.xml
<testsuite><testcase name="auc is above 0.8"/></testsuite>
`,
  ],
  check(_, context) {
    for (const { start, entry, graded, needed, id, known } of context.derive(gradedRows)) {
      if (
        entry.status?.value === 'planned' ||
        graded.strength === 'missing' ||
        compareStrength(graded.strength, needed) >= 0
      )
        continue;
      if (entry.status?.value === 'implemented' && graded.strength === 'asserted') continue;
      if (!graded.evidence.every(each => each.reason === undefined || UNEXPLAINED.has(each.reason.code)))
        continue;
      const best = graded.evidence.findIndex(each => each.strength === graded.strength);
      const piece = entry.evidence[best];
      if (piece === undefined) continue;
      const reason = graded.evidence[best]?.reason?.text;
      context.report({
        at: at(start, piece.target),
        what: `The best evidence of ${entry.id?.value ?? id} is ${graded.strength}, and it needs to be ${needed}${reason === undefined ? '' : `: ${reason}`}`,
        why: `${known.catalog.data.name} is answered here with evidence that is ${needed}; clause 9.1 of ISO/IEC 42001 asks that results rest on evidence`,
        next: STEPS[needed] ?? '',
        controls: [id],
      });
    }
  },
});
