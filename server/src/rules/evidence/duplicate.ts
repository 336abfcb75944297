import type { Field } from '../../model/field.ts';
import { at } from '../../text/span.ts';
import type { Target } from '../../workspace/target.ts';
import { defineRule } from '../define.ts';
import { evidenceLinks } from './links.ts';

/** The same evidence twice in one entry. */
export const duplicateEvidence = defineRule({
  id: 'evidence/duplicate',
  kinds: ['control-mapping'],
  reads: 'workspace',
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
  check(_, context) {
    const seen = new Map<string, Field<string>>();
    let entry: unknown;
    for (const { of, written, target } of context.derive(evidenceLinks)) {
      if (of.entry !== entry) seen.clear();
      entry = of.entry;
      if (of.entry.evidence.length < 2) continue;
      const key = keyOf(target);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, written);
        continue;
      }
      context.report({
        at: at(of.start, written),
        what: `${of.entry.id?.value ?? 'This entry'} names ${written.value} twice`,
        why: 'A second mention grows old unnoticed, with a sign-off or a date of its own (ISO/IEC 42001 clause 7.5.3)',
        next: 'Keep one of the two',
        related: [{ path: context.document.path, span: at(of.start, first), message: 'The first mention' }],
      });
    }
  },
});

/** Two links of one key lead to the same place. */
function keyOf(target: Target): string {
  switch (target.kind) {
    case 'file':
      return `file ${target.path}#${target.fragment ?? ''}`;
    case 'glob':
      return `glob ${target.pattern}`;
    default:
      return JSON.stringify(target);
  }
}
