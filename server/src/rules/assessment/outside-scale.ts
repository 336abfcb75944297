import type { Value } from '../../model/assessment/types.ts';
import type { Scale } from '../../workspace/assessment/criteria.ts';
import { ratingOf } from '../../workspace/assessment/score.ts';
import { defineRule } from '../define.ts';
import { assessmentIn, says } from './read.ts';

/** A rating that is no step of the scale. */
export const outsideScale = defineRule({
  id: 'assessment/outside-scale',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A likelihood or severity is a number outside of the scale, or, where clausewright.yaml sets the scale, a word that is none of its steps.',
  why: 'ISO/IEC 42001 clause 6.1.2 asks for an assessment that gives consistent, valid and comparable results; a rating outside of the scale can be compared with none.',
  clauses: ['iso-42001:6.1.2', 'iso-42001:A.5.2'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Harms

| Harm | Who | Likelihood | Severity |
|---|---|---|---|
| refused without a reason | applicants | ⟦8⟧ | high |
`,
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Harms

| Harm | Who | Likelihood | Severity |
|---|---|---|---|
| refused without a reason | applicants | seldom | ⟦grave⟧ |
//- clausewright.yaml
assessment:
  likelihood: [seldom, often]
  severity: [small, great]
`,
  ],
  good: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Harms

| Harm | Who | Likelihood | Severity |
|---|---|---|---|
| refused without a reason | applicants | 4/5 | rather grave |
`,
  ],
  check(_, context) {
    const records = context.derive(assessmentIn)?.records;
    if (records === undefined) return;
    const { risk } = context.scope;
    const rate = (value: Value | undefined, what: string, scale: Scale): void => {
      if (!says(value)) return;
      const rating = ratingOf(value.value, scale);
      if (typeof rating === 'number' || (rating === undefined && !risk.given)) return;
      const most = scale.steps.length;
      context.report({
        at: value.span,
        what: `"${value.value}" is no step of the scale of ${what}`,
        why: 'Ratings can be compared only when all of them are steps of one scale (ISO/IEC 42001 clause 6.1.2)',
        next: `Use 1 to ${most}, or the words ${scale.steps.map(step => `"${step}"`).join(', ')}; the scale is set under "assessment:" in clausewright.yaml`,
        controls: ['iso-42001:A.5.2'],
      });
    };
    for (const { fields } of [...records.harms, ...records.failures]) {
      rate(fields.likelihood, 'likelihood', risk.likelihood);
      rate(fields.severity, 'severity', risk.severity);
      rate(fields.residual_likelihood, 'likelihood', risk.likelihood);
      rate(fields.residual_severity, 'severity', risk.severity);
    }
  },
});
