import { inherentScore, residualScore } from '../../workspace/assessment/score.ts';
import { defineRule } from '../define.ts';
import { assessmentIn, nameOf } from './read.ts';

/** A risk that measures are said to have made greater. */
export const residualAboveInherent = defineRule({
  id: 'assessment/residual-above-inherent',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The residual score of a harm or failure is higher than its inherent score.',
  why: 'ISO/IEC 42001 clause 6.1.2 asks for an analysis with consistent, comparable results; what is left after measures cannot be more than what was there before them.',
  clauses: ['iso-42001:6.1.2', 'iso-42001:A.5.2'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Harms

| Harm | Who | Likelihood | Severity | Residual likelihood | Residual severity |
|---|---|---|---|---|---|
| refused without a reason | applicants | 2 | 2 | ⟦3⟧ | 2 |
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

| Harm | Who | Likelihood | Severity | Residual likelihood | Residual severity |
|---|---|---|---|---|---|
| refused without a reason | applicants | likely | minor | unlikely | minor |
`,
  ],
  check(_, context) {
    const records = context.derive(assessmentIn)?.records;
    if (records === undefined) return;
    const rows = [
      ...records.harms.map(({ fields }) => ({ fields, name: nameOf(fields.id, fields.harm) })),
      ...records.failures.map(({ fields }) => ({ fields, name: nameOf(fields.id, fields.failure) })),
    ];
    for (const { fields, name } of rows) {
      const [before, after] = [
        inherentScore(fields, context.scope.risk),
        residualScore(fields, context.scope.risk),
      ];
      const place = fields.residual_likelihood ?? fields.residual_severity;
      if (before === undefined || after === undefined || place === undefined || after.score <= before.score)
        continue;
      context.report({
        at: (after.likelihood > before.likelihood ? place : (fields.residual_severity ?? place)).span,
        what: `The residual score of "${name}" is ${after.score} (${after.likelihood} × ${after.severity}), and its inherent score ${before.score} (${before.likelihood} × ${before.severity})`,
        why: 'What is left after measures cannot be more than what was there before them (ISO/IEC 42001 clause 6.1.2)',
        next: 'Correct the scores; a harm that a measure brings with it is a harm of its own',
        controls: ['iso-42001:A.5.2'],
      });
    }
  },
});
