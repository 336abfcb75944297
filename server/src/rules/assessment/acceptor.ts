import { nameKey } from '../../model/assessment/match.ts';
import type { Acceptance, Assessment } from '../../model/assessment/types.ts';
import { textsAt } from '../../model/sectioned.ts';
import type { RiskCriteria } from '../../workspace/assessment/criteria.ts';
import { levelOf, residualScore } from '../../workspace/assessment/score.ts';
import { samePerson } from '../../workspace/evidence/people.ts';
import { defineRule } from '../define.ts';
import { accepts } from './acceptances.ts';
import { assessmentIn, says } from './read.ts';

/** Residual risk that was accepted by somebody who may not. */
export const acceptor = defineRule({
  id: 'assessment/acceptor',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary:
    'Residual risk is accepted by somebody whom "acceptors:" in clausewright.yaml does not list for its level, or by the assessor.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for the approval of residual risks by designated management; A.3.2 for defined responsibilities.',
  clauses: ['iso-42001:6.1.3', 'iso-42001:A.3.2'],
  bad: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: draft
assessor: jane@example.org
---
# Impact assessment of the scoring system

## Harms

| ID | Harm | Who | Likelihood | Severity | Residual likelihood | Residual severity |
|---|---|---|---|---|---|---|
| H1 | refused without a reason | applicants | 5 | 4 | 3 | 4 |
| H2 | declined for a short history | newcomers | 4 | 3 | 2 | 3 |

## Residual risk

| Harms | Accepted by | On |
|---|---|---|
| H1 | ⟦team.lead@example.org⟧ | 2026-09-01 |
| H2 | ⟦jane@example.org⟧ | 2026-09-01 |
//- clausewright.yaml
assessment:
  acceptors: { high: [head.of.risk@example.org] }
`,
  ],
  good: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: draft
assessor: jane@example.org
---
# Impact assessment of the scoring system

## Harms

| ID | Harm | Who | Likelihood | Severity | Residual likelihood | Residual severity |
|---|---|---|---|---|---|---|
| H1 | refused without a reason | applicants | 5 | 4 | 3 | 4 |

## Residual risk

| Harms | Accepted by | On |
|---|---|---|
| H1 | Kim Lee <head.of.risk@example.org> | 2026-09-01 |
//- clausewright.yaml
assessment:
  acceptors: { high: [head.of.risk@example.org] }
`,
  ],
  check(model, context) {
    const assessment = context.derive(assessmentIn);
    if (assessment === undefined) return;
    const assessors = textsAt(model.metadata, 'assessor').map(each => each.value.value);
    for (const acceptance of assessment.records.acceptances) {
      const { by, role } = acceptance.fields;
      if (!says(by)) continue;
      const allowed = allowedFor(acceptance, assessment, context.scope.risk);
      const known = (name: string): boolean =>
        samePerson(name, by.value) || (says(role) && nameKey(role.value) === nameKey(name));
      const own = assessors.some(each => samePerson(each, by.value));
      if (!own && (allowed === undefined || allowed.people.some(known))) continue;
      context.report({
        at: by.span,
        what: own
          ? `"${by.value}" accepts the risk that they have assessed themselves`
          : `"${by.value}" accepts a risk of the level "${allowed?.level}", which clausewright.yaml leaves to ${allowed?.people.join(', ')}`,
        why: 'Residual risk is approved by management that is named for it, not by whoever assesses it (ISO/IEC 42001 clause 6.1.3 and A.3.2)',
        next: own
          ? 'Have somebody else accept it'
          : 'Have it accepted by one of them, or correct "acceptors:"',
        controls: ['iso-42001:A.3.2'],
      });
    }
  },
});

/** Who may accept what an acceptance covers, by its highest level; undefined where nothing says who. */
function allowedFor(
  acceptance: Acceptance,
  { records }: Assessment,
  criteria: RiskCriteria,
): { readonly level: string; readonly people: readonly string[] } | undefined {
  const scores = records.harms
    .filter(harm => accepts(acceptance, harm))
    .flatMap(({ fields }) => residualScore(fields, criteria)?.score ?? []);
  const given = acceptance.fields.level?.value;
  const level = scores.length > 0 ? levelOf(Math.max(...scores), criteria) : given;
  if (level === undefined) return undefined;
  const own = [...criteria.acceptors].find(([name]) => nameKey(name) === nameKey(level))?.[1];
  const people = own ?? criteria.acceptors.get('');
  return people === undefined || people.length === 0 ? undefined : { level, people };
}
