import { at } from '../../text/span.ts';
import { daysBetween } from '../../workspace/evidence/dates.ts';
import { defineRule } from '../define.ts';
import { troubledRows } from './graded-rows.ts';

/** Evidence past the date until which it counts. */
export const expired = defineRule({
  id: 'evidence/expired',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'Evidence is past its own `expires` date, or an exclusion past its `until`.',
  why: 'ISO/IEC 42001 clause 7.5.3 asks that documented information is kept current; what has run out no longer shows anything.',
  clauses: ['iso-42001:7.5.3'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: docs/evaluation.md
        expires: ⟦2026-06-30⟧
  - id: A.10.4
    applicable: false
    justification: No customer receives the system.
    until: ⟦2026-03-31⟧
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.10.4
    applicable: false
    justification: No customer receives the system.
    until: 2027-03-31
`,
  ],
  check(mapping, context) {
    for (const { start, entry, graded, id } of context.derive(troubledRows)) {
      for (const [index, piece] of graded.evidence.entries()) {
        const date = entry.evidence[index]?.expires;
        if (piece.reason?.code !== 'expired' || date === undefined) continue;
        context.report({
          at: at(start, date),
          what: `${piece.target} expired ${ago(date.value, context.today)}, on ${date.value}`,
          why: `It counts no more for ${entry.id?.value ?? id}: documented information is to be kept current (ISO/IEC 42001 clause 7.5.3)`,
          next: 'Renew the evidence and set a new date, or remove it',
          controls: [id],
        });
      }
    }
    for (const { start, value: entry } of mapping.entries) {
      if (
        entry.faulty ||
        entry.applicable?.value !== false ||
        entry.until === undefined ||
        entry.until.value >= context.today
      )
        continue;
      if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.until.value)) continue;
      context.report({
        at: at(start, entry.until),
        what: `The exclusion of ${entry.id?.value ?? 'this control'} held until ${entry.until.value}`,
        why: 'The Statement of Applicability is to say today what is excluded and why (ISO/IEC 42001 clause 6.1.3)',
        next: 'Look at it again: set a later date if the reason still holds, or take the control into scope',
      });
    }
  },
});

function ago(date: string, today: string): string {
  const days = daysBetween(date, today);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
