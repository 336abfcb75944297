import { spokenText } from '../../model/assessment/spoken.ts';
import { defineRule } from '../define.ts';
import { assessmentIn, says } from './read.ts';
import { statusOf } from './status.ts';

/** An assessment that names who is affected, and nobody among them who is easily hurt. */
export const vulnerableGroup = defineRule({
  id: 'assessment/vulnerable-group',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'information',
  since: '0.1.0',
  summary:
    'An assessment that is in review or approved lists who is affected, and says of nobody whether they are vulnerable.',
  why: 'ISO/IEC 42001 A.5.4 asks for the effects on groups of individuals, among them those with particular needs; the EU AI Act, Art. 9(9), names minors and other vulnerable groups.',
  clauses: ['iso-42001:A.5.4', 'eu-ai-act:Art. 9', 'iso-42005:6.7'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: approved
assessor: jane@example.org
approver: sam@example.org
assessed: 2026-09-01
---
# Impact assessment of the scoring system

## Interested parties

| Party | Relation |
|---|---|
| ⟦Applicants⟧ | directly |
| Staff | users |
`,
  ],
  good: [
    `---
clausewright: impact-assessment/1
system: scoring
status: approved
assessor: jane@example.org
approver: sam@example.org
assessed: 2026-09-01
---
# Impact assessment of the scoring system

## Interested parties

| Party | Relation | Vulnerable |
|---|---|---|
| Applicants | directly | those in debt |
| Staff | users | no |
`,
    `---
clausewright: impact-assessment/1
system: scoring
status: approved
assessor: jane@example.org
approver: sam@example.org
assessed: 2026-09-01
---
# Impact assessment of the scoring system

## Interested parties

| Party | Relation |
|---|---|
| Applicants, also elderly ones | directly |
| Staff | users |
`,
  ],
  check(model, context) {
    const status = statusOf(model);
    if (status !== 'approved' && status !== 'in-review') return;
    const assessment = context.derive(assessmentIn);
    const parties = assessment?.records.parties ?? [];
    const first = parties.find(({ fields }) => says(fields.name));
    if (
      assessment === undefined ||
      first?.fields.name === undefined ||
      parties.some(({ fields }) => fields.vulnerable !== undefined)
    )
      return;
    // Somebody who writes of them anywhere has thought of them; a hint of the form has not.
    if (CONSIDERED.test(spokenText(assessment))) return;
    context.report({
      at: first.fields.name.span,
      what:
        parties.length > 1
          ? `Nothing says whether anybody among the ${parties.length} parties is vulnerable`
          : 'Nothing says whether anybody among the affected is vulnerable',
      why: 'The same effect weighs more on people who cannot defend themselves against it, such as minors or people in need (ISO/IEC 42001 A.5.4)',
      next: 'Add a column "Vulnerable": who among them, or "no" where nobody is',
      controls: ['iso-42001:A.5.4'],
    });
  },
});

const CONSIDERED =
  /vulnerab|disadvantag|marginali|minorit|\bminors?\b|child|elder|\bold(?:er)? people|pensioner|disab|impair|hardship|poverty|low[- ]income|refugee|migrant|asylum|pregnan|patient|illitera|dependen[ct]|priority (?:register|services)|schutzbed|minderjährig|kinder|behinder|vulnérab|enfant|niños|menores|crianças|弱势|脆弱|취약/iu;
