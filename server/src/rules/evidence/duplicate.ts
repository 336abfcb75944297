import { at } from '../../text/span.ts';
import { targetOf } from '../../workspace/target.ts';
import { defineRule } from '../define.ts';

/** The same evidence twice in one entry. */
export const duplicateEvidence = defineRule({
  id: 'evidence/duplicate',
  kinds: ['control-mapping'],
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary: 'An entry names the same evidence twice.',
  why: 'ISO/IEC 42001 clause 7.5.3 asks for control of documented information: the second mention grows old unnoticed, with a sign-off or a date of its own.',
  clauses: ['iso-42001:7.5.3'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md
      - ⟦./docs/evaluation.md⟧
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
      - docs/evaluation.md
      - docs/evaluation.md#results
//- docs/evaluation.md
# Evaluation

We compare approval rates by age.

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  check(mapping, { document, root, report }) {
    for (const { start, value: entry } of mapping.entries) {
      const seen = new Map<string, { from: number; to: number }>();
      for (const { target } of entry.evidence) {
        const key = JSON.stringify(targetOf(target.value, document.path, root));
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, target);
          continue;
        }
        report({
          at: at(start, target),
          what: `${entry.id?.value ?? 'This entry'} names ${target.value} twice`,
          why: 'A second mention grows old unnoticed, with a sign-off or a date of its own (ISO/IEC 42001 clause 7.5.3)',
          next: 'Keep one of the two',
          related: [{ path: document.path, span: at(start, first), message: 'The first mention' }],
        });
      }
    }
  },
});
