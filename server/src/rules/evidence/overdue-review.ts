import { at } from '../../text/span.ts';
import { daysBetween } from '../../workspace/evidence/dates.ts';
import { defineRule } from '../define.ts';
import { troubledRows } from './graded-rows.ts';

/** A sign-off that is older than the review period. */
export const overdueReview = defineRule({
  id: 'evidence/overdue-review',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'A sign-off is older than the review period.',
  why: 'ISO/IEC 42001 clause 9.1 has the organisation decide when results are evaluated again; A.2.4 asks the same of the AI policy.',
  clauses: ['iso-42001:9.1', 'iso-42001:A.2.4'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: docs/evaluation.md
        reviewed: { by: sam@example.org, on: ⟦2025-06-30⟧, digest: 1e5328ccc229 }
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
    evidence:
      - path: docs/evaluation.md
        reviewed: { by: sam@example.org, on: 2026-09-30, digest: 1e5328ccc229 }
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  check(_, context) {
    for (const { start, entry, graded, id } of context.derive(troubledRows)) {
      for (const [index, piece] of graded.evidence.entries()) {
        const signed = entry.evidence[index]?.reviewed?.on;
        if (piece.reason?.code !== 'overdue' || signed === undefined) continue;
        context.report({
          at: at(start, signed),
          what: `${piece.target} was last reviewed ${daysBetween(signed.value, context.today)} days ago, on ${signed.value}; the review period is ${context.scope.reviewPeriod} days`,
          why: `Until it is reviewed again it counts as documented only, for ${entry.id?.value ?? id} (ISO/IEC 42001 clause 9.1)`,
          next: 'Read it again and sign it off',
          controls: [id],
        });
      }
    }
  },
});
