import { at } from '../../text/span.ts';
import { isDate } from '../../workspace/evidence/dates.ts';
import { defineRule } from '../define.ts';

/** A sign-off on a day that does not exist or has not come yet. */
export const invalidDate = defineRule({
  id: 'review/invalid-date',
  kinds: ['control-mapping'],
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary: 'A sign-off is dated in the future or on a day that does not exist.',
  why: 'ISO/IEC 42001 clause 7.5.2 asks for identification with a date; a sign-off that cannot have happened casts doubt on all others.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: docs/evaluation.md
        reviewed: { by: sam@example.org, on: ⟦2027-01-15⟧, digest: 1e5328ccc229 }
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
  check(mapping, { today, report }) {
    for (const { start, value: entry } of mapping.entries) {
      for (const { reviewed } of entry.evidence) {
        const on = reviewed?.on;
        if (on === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(on.value)) continue;
        const fault = !isDate(on.value)
          ? 'is no day of the calendar'
          : on.value > today
            ? `lies in the future: today is ${today}`
            : undefined;
        if (fault === undefined) continue;
        report({
          at: at(start, on),
          what: `The sign-off's date ${on.value} ${fault}`,
          why: 'A sign-off is documented information with a date (ISO/IEC 42001 clause 7.5.2), and one that cannot have happened does not count',
          next: 'Write the day on which the review took place',
        });
      }
    }
  },
});
