import { at } from '../../text/span.ts';
import { samePerson } from '../../workspace/evidence/people.ts';
import { defineRule } from '../define.ts';
import { gradedRows } from '../evidence/graded-rows.ts';

/** A reviewer who owns what is reviewed. */
export const selfReview = defineRule({
  id: 'review/self-review',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The reviewer owns the control, or wrote the document.',
  why: 'ISO/IEC 42001 clause 9.2.2 asks for objectivity and impartiality; a second pair of eyes is what a sign-off shows.',
  clauses: ['iso-42001:9.2.2', 'iso-42001:A.3.2'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: docs/evaluation.md
        reviewed: { by: ⟦jane@example.org⟧, on: 2026-09-30, digest: 1e5328ccc229 }
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
    for (const { start, entry, fact, graded, id } of context.derive(gradedRows)) {
      for (const [index, piece] of graded.evidence.entries()) {
        const by = entry.evidence[index]?.reviewed?.by;
        if (by === undefined) continue;
        const owner =
          fact.owner !== null && samePerson(by.value, fact.owner)
            ? `owns ${entry.id?.value ?? id}`
            : undefined;
        const author =
          piece.path === undefined ? undefined : authorOf(context.graph.author(piece.path), by.value);
        const role = owner ?? author;
        if (role === undefined) continue;
        context.report({
          at: at(start, by),
          what: `${by.value} signed ${piece.target} and ${role}`,
          why: 'A sign-off shows that somebody else has read it; one by its own author or owner counts as documented only (ISO/IEC 42001 clause 9.2.2)',
          next: 'Have somebody else read and sign it',
          controls: [id],
        });
      }
    }
  },
});

function authorOf(author: string | undefined, by: string): string | undefined {
  return author !== undefined && samePerson(author, by) ? 'wrote it' : undefined;
}
