import { validateAssessment } from '../../generated/validators.js';
import { defineRule } from '../define.ts';
import { checkMetadata } from '../sections/metadata-faults.ts';

/** A value of an assessment's metadata that nothing can be read from. */
export const assessmentInvalidValue = defineRule({
  id: 'assessment/invalid-value',
  kinds: ['impact-assessment'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A value in the front matter or head of an assessment is not one of those allowed, has the wrong form, or stands under a misspelt key. A file without `clausewright: impact-assessment/1` is asked for its dates only.',
  why: 'ISO/IEC 42001 A.5.3 asks for documented results, and clause 7.5.2 for a suitable format; a date or a status that cannot be read decides nothing.',
  clauses: ['iso-42001:A.5.3', 'iso-42001:7.5.2'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: ⟦aproved⟧
⟦asessor⟧: jane@example.org
approver: ⟦[sam@example.org, kim@example.org]⟧
review_by: ⟦31.3.2027⟧
---
# Impact assessment of the scoring system
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
depth: ⟦quick⟧
assessed: ⟦spring 2026⟧
based_on:
  - { path: MODEL_CARD.md, digest: ⟦unknown⟧ }
harms:
  - harm: refused without a reason
    groups: [applicants]
`,
  ],
  good: [
    `---
clausewright: impact-assessment/1
system: scoring
status: In review
assessor: [jane@example.org, kim@example.org]
approver: sam@example.org
review_by: 2027-03-31
team: scoring # keys of your own are left alone
---
# Impact assessment of the scoring system
`,
    `---
system: scoring
status: final
classification: internal
assessor: jane@example.org
---
# Impact assessment of the scoring system

## Harms

An applicant may be refused without learning why.

## Measures

A person reviews each refusal.
`,
  ],
  check(model, context) {
    checkMetadata(
      model,
      context,
      validateAssessment,
      DATES,
      'What cannot be read decides nothing: who accepted the result, and when it is due again (ISO/IEC 42001 A.5.3 and clause 8.4)',
    );
  },
});

const DATES: ReadonlySet<string> = new Set(['assessed', 'review_by']);
