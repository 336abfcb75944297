import { at } from '../../text/span.ts';
import { type Conflict, conflictOf } from '../../workspace/evidence/independence.ts';
import { defineRule } from '../define.ts';
import { signedRows } from '../evidence/graded-rows.ts';

/** A reviewer who owns what is reviewed. */
export const selfReview = defineRule({
  id: 'review/self-review',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'The reviewer owns the control, wrote the document, or is the only one who committed its text.',
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
    for (const { start, entry, fact, graded, id } of context.derive(signedRows)) {
      for (const [index, piece] of graded.evidence.entries()) {
        const by = entry.evidence[index]?.reviewed?.by;
        const { path, fragment, target } = piece;
        if (by === undefined || path === undefined) continue;
        const conflict = conflictOf({ by: by.value, owner: fact.owner, path, fragment }, context.graph);
        if (conflict === undefined) continue;
        context.report({
          at: at(start, by),
          what: `${by.value} signed ${target} and ${ROLES[conflict](entry.id?.value ?? id)}`,
          why: 'A sign-off shows that somebody else has read it; one by its own author or owner counts as documented only (ISO/IEC 42001 clause 9.2.2)',
          next: 'Have somebody else read and sign it',
          controls: [id],
        });
      }
    }
  },
});

const ROLES: Readonly<Record<Conflict, (id: string) => string>> = {
  owner: id => `owns ${id}`,
  author: () => 'wrote it',
  'only-committer': () => 'is the only one who has committed this text, by the history of the repository',
};
