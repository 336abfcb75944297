import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';
import { troubledRows } from '../evidence/graded-rows.ts';

/** A sign-off of text that has changed since. */
export const changedSince = defineRule({
  id: 'review/changed-since',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'The text was changed after it was signed off.',
  why: 'ISO/IEC 42001 clause 7.5.2 asks for review and approval of documented information: a sign-off of an earlier text approves nothing of the present one.',
  clauses: ['iso-42001:7.5.2', 'iso-42001:7.5.3'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: docs/evaluation.md
        reviewed: { by: sam@example.org, on: 2026-09-30, digest: ⟦0123456789ab⟧ }
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
        const signed = entry.evidence[index]?.reviewed;
        if (!piece.suspect || signed?.digest === undefined || piece.path === undefined) continue;
        const { path, fragment } = piece;
        const name = fragment === undefined ? path : `${path}#${fragment}`;
        const place = context.graph.place(path, fragment);
        context.report({
          at: at(start, signed.digest),
          what: `${piece.target} has changed since ${signed.by?.value ?? 'it'} signed it${signed.on === undefined ? '' : ` on ${signed.on.value}`}`,
          why: `The sign-off is suspect and ${entry.id?.value ?? id} counts as documented only: an approval holds for the text that was read (ISO/IEC 42001 clause 7.5.2)`,
          next: `Read what has changed (hover the sign-off, or run "clausewright review ${name} --changes") and sign it off again`,
          controls: [id],
          related:
            place === undefined
              ? []
              : [
                  {
                    path: place.path,
                    span: place.span,
                    message: 'The text that was signed stands here',
                    fact: place.key,
                  },
                ],
        });
      }
    }
  },
});
