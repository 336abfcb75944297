import { defineRule } from '../define.ts';
import { checkPlaceholders } from '../sections/unfilled.ts';
import { checkLookAgain } from './look-again.ts';

/** Text of an impact assessment that still waits to be written. */
export const assessmentPlaceholder = defineRule({
  id: 'assessment/placeholder',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'An impact assessment holds placeholders, such as "[Name]" or "TBD", in its text or its metadata. One finding for each section; one for the whole assessment when it is still a form.',
  why: 'ISO/IEC 42001 A.5.3 asks that the results of the assessment are documented and kept; an unanswered question is no result.',
  clauses: ['iso-42001:A.5.3', 'iso-42001:8.4', 'iso-42001:7.5.2'],
  bad: [
    `---
system: scoring
assessor: ⟦TBD⟧
---
# Impact assessment of the scoring system

## Harms

⟦[Describe the harms here]⟧

## Measures

A person reviews each refusal.
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
harms:
  - group: applicants
    harm: refusal without a reason
  - group: staff
    harm: ⟦To be determined⟧
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
⟦# TODO: look at this again: "Intended use" of MODEL_CARD.md has changed⟧
intended_uses: A credit officer reads the score.
`,
  ],
  good: [
    `---
system: scoring
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
    checkPlaceholders(model, context);
    checkLookAgain(model, context);
  },
});
