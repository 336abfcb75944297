import { defineRule } from '../define.ts';
import { assessmentIn, says } from './read.ts';

/** Harms that fall on nobody. */
export const noAffectedGroup = defineRule({
  id: 'assessment/no-affected-group',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The harms of an assessment are listed without anybody whom they fall on.',
  why: 'ISO/IEC 42001 A.5.4 asks for the effects on individuals or groups of them; a harm to nobody in particular cannot be weighed.',
  clauses: ['iso-42001:A.5.4', 'iso-42005:6.7'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Harms

| Harm | Likelihood | Severity |
|---|---|---|
| ⟦refused without a reason⟧ | likely | major |
| a decision that takes longer | likely | minor |
`,
  ],
  good: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Interested parties

Applicants, their guarantors, and staff.

## Harms

| Harm | Likelihood | Severity |
|---|---|---|
| refused without a reason | likely | major |
`,
  ],
  check(_, context) {
    const assessment = context.derive(assessmentIn);
    if (assessment === undefined) return;
    const { harms, parties } = assessment.records;
    const named =
      parties.some(({ fields }) => says(fields.name)) || harms.some(({ fields }) => fields.groups.some(says));
    const told = PLACES.some(concept => says(assessment.sections.get(concept)?.text));
    const first = harms.find(({ fields }) => says(fields.harm));
    if (named || told || first?.fields.harm === undefined) return;
    context.report({
      at: first.fields.harm.span,
      what:
        harms.length > 1
          ? `None of the ${harms.length} harms says whom it falls on, and no interested party is named`
          : 'The harm does not say whom it falls on, and no interested party is named',
      why: 'Effects are assessed for individuals and groups of them (ISO/IEC 42001 A.5.4)',
      next: 'Add a column "Who" with the groups that each harm falls on, also those that never use the system',
      controls: ['iso-42001:A.5.4'],
    });
  },
});

const PLACES = ['interested-parties', 'parties-and-impacts'];
