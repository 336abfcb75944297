import { defineRule } from '../define.ts';
import { assessmentIn, says } from './read.ts';

/** A section on retention that does not say for how long. */
export const retentionPeriod = defineRule({
  id: 'assessment/retention-period',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'information',
  since: '0.1.0',
  summary: 'The section on retention names no period and no event until which the assessment is kept.',
  why: 'ISO/IEC 42001 A.5.3 asks that results of impact assessments are documented and kept for a defined period.',
  clauses: ['iso-42001:A.5.3', 'iso-42001:7.5.3'],
  standIns: ['assessment/missing-section', 'assessment/placeholder'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## ⟦Retention of this assessment⟧

The assessment is kept in the records system.
`,
  ],
  good: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Retention of this assessment

Kept for five years after the system is retired.
`,
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Retention of this assessment

- **Period:** as long as the contract runs
`,
  ],
  check(_, context) {
    const assessment = context.derive(assessmentIn);
    const section = assessment?.sections.get('retention');
    if (assessment === undefined || section?.text === undefined || !says(section.text)) return;
    if (assessment.labels.retention.period !== undefined || PERIOD.test(section.text.value)) return;
    context.report({
      at: section.heading,
      what: 'The section on retention does not say for how long the assessment is kept',
      why: 'Results of impact assessments are kept for a defined period (ISO/IEC 42001 A.5.3)',
      next: 'Say for how many years, or until which event',
      controls: ['iso-42001:A.5.3'],
    });
  },
});

/** A number, or a word that tells how long: nothing that only says where. */
const PERIOD =
  /\d|year|month|decade|period|until|as long as|life ?time|life-?cycle|permanent|indefinite|forever|schedule|jahr|monat|dauer|bis |solange|année|durée|años|meses|plazo|anos|年|月|년|개월/iu;
