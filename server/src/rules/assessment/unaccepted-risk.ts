import { nameKey } from '../../model/assessment/match.ts';
import type { Assessment, Harm } from '../../model/assessment/types.ts';
import type { RiskCriteria } from '../../workspace/assessment/criteria.ts';
import { levelOf, residualScore } from '../../workspace/assessment/score.ts';
import { defineRule } from '../define.ts';
import { accepts } from './acceptances.ts';
import { assessmentIn, nameOf, says } from './read.ts';

/** Residual risk above the threshold that nobody has accepted. */
export const unacceptedRisk = defineRule({
  id: 'assessment/unaccepted-risk',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'The residual risk of a harm lies above the threshold of clausewright.yaml (9 of 25 by default), and nobody has accepted it.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for the approval of residual risks by management.',
  clauses: ['iso-42001:6.1.3', 'iso-42001:A.5.2'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Harms

| ID | Harm | Who | Likelihood | Severity | Residual likelihood | Residual severity |
|---|---|---|---|---|---|---|
| H1 | refused without a reason | applicants | 5 | 4 | ⟦3⟧ | 4 |
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

| ID | Harm | Who | Likelihood | Severity | Residual likelihood | Residual severity |
|---|---|---|---|---|---|---|
| H1 | refused without a reason | applicants | 5 | 4 | 3 | 4 |
| H2 | declined for a short history | newcomers | 4 | 3 | 2 | 3 |

## Residual risk

| Harms | Accepted by | On | Reason |
|---|---|---|---|
| H1 | head.of.risk@example.org | 2026-09-01 | letters follow in spring |
`,
  ],
  check(_, context) {
    const assessment = context.derive(assessmentIn);
    if (assessment === undefined || saysAccepted(assessment)) return;
    const { risk } = context.scope;
    for (const harm of assessment.records.harms) {
      const found = leftOver(harm, risk);
      if (found === undefined) continue;
      if (assessment.records.acceptances.some(each => says(each.fields.by) && accepts(each, harm))) continue;
      context.report({
        at: found.at.span,
        what: `The residual risk of "${nameOf(harm.fields.id, harm.fields.harm)}" is ${found.shown}, above the threshold of ${risk.threshold}, and nobody has accepted it`,
        why: 'Residual risk is approved by somebody who may do so (ISO/IEC 42001 clause 6.1.3)',
        next: 'Add a measure, or have it accepted: name the harm, who accepts it, when and why in a table below "Residual risk"',
        controls: ['iso-42001:A.5.2'],
      });
    }
  },
});

/** What is left of a harm, where that is too much; read from its residual ratings, else from its residual level. */
function leftOver(
  { fields }: Harm,
  criteria: RiskCriteria,
): { readonly at: NonNullable<Harm['fields']['residual']>; readonly shown: string } | undefined {
  const at = fields.residual_likelihood ?? fields.residual_severity ?? fields.residual;
  if (at === undefined) return undefined;
  const score = residualScore(fields, criteria);
  if (score !== undefined)
    return score.score > criteria.threshold ? { at, shown: `${score.score} (${score.level})` } : undefined;
  const level = criteria.levels.find(each => nameKey(each.name) === nameKey(fields.residual?.value ?? ''));
  const top = criteria.levels.find(each => each.name === levelOf(criteria.threshold, criteria));
  if (level === undefined || top === undefined || level.from <= top.from) return undefined;
  return { at, shown: `"${level.name}"` };
}

/** Whether the text on residual risk, which nobody can read for us, says that it is accepted. */
function saysAccepted({ sections }: Assessment): boolean {
  return /accept|akzept|tragbar|aceptad|aceit|受容|接受|수용/i.test(
    sections.get('residual-risk')?.text?.value ?? '',
  );
}
