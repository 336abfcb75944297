import { type SectionedModel, textAt } from '../../model/sectioned.ts';
import { defineRule } from '../define.ts';
import { checkSections, SECTION_OPTIONS } from '../sections/missing.ts';
import { statusOf } from './status.ts';

/** An impact assessment that leaves out what such an assessment answers. */
export const assessmentMissingSection = defineRule({
  id: 'assessment/missing-section',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'An impact assessment leaves out a subject that a control rests on, or the section is empty. More than five missing sections are one finding with a list.',
  why: 'ISO/IEC 42001 A.5.2 asks for a process that assesses the consequences for people and societies, A.5.3 that its results are documented; clause 8.4 that it is carried out.',
  clauses: ['iso-42001:8.4', 'iso-42001:A.5.2', 'iso-42001:A.5.3', 'iso-42001:A.5.4'],
  standIns: ['assessment/placeholder'],
  options: SECTION_OPTIONS,
  bad: [
    `---
system: scoring
status: draft
---
# ⟦Impact assessment of the scoring system⟧

## Scope and purpose

The scoring of consumer credit, so that offers are made the same day.

## AI system description

A gradient boosted model behind the application form.

### Functionality

It returns a probability of default.

### Intended and unintended uses

Consumer credit in one country; not employment, not tenancy.

## Data and model

Two years of applications; a boosted tree model.

## Deployment environment

The lending platform.

## Interested parties

Applicants, staff, the regulator.

## Benefits

Faster answers.

## Harms

An applicant may be refused without learning why.

## Failures and misuse

Missing income data lowers the score.

## Residual risk

Accepted by the risk committee.

## Review triggers

A new model version, or a new group of applicants.

## Retention of this assessment

Five years after retirement.
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
status: draft
scope: The scoring of consumer credit.
system_description:
  functionality: It returns a probability of default.
  purpose: Offers on the same day.
  intended_uses: [Consumer credit in one country]
  unintended_uses: [Employment]
data: Two years of applications.
algorithm_and_model: A boosted tree model.
deployment_environment: The lending platform.
interested_parties: [applicants, staff]
benefits: [Faster answers]
⟦harms⟧:
failures_and_misuse: Missing income data lowers the score.
measures: A person reviews each refusal.
residual_risk: Accepted by the risk committee.
review_triggers: [A new model version]
retention: Five years after retirement.
`,
  ],
  good: [
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
status: draft
scope: The scoring of consumer credit.
system_description:
  functionality: It returns a probability of default.
  purpose: Offers on the same day.
  intended_uses: [Consumer credit in one country]
  unintended_uses: [Employment]
data: Two years of applications.
algorithm_and_model: A boosted tree model.
deployment_environment: The lending platform.
interested_parties: [applicants, staff]
benefits: [Faster answers]
harms:
  - group: applicants
    harm: refusal without a reason
failures_and_misuse: Missing income data lowers the score.
measures: A person reviews each refusal.
residual_risk: Accepted by the risk committee.
review_triggers: [A new model version]
retention: Five years after retirement.
`,
  ],
  check(model, context) {
    // Who approved is asked for by assessment/missing-approval once the assessment says where it stands.
    const skip = new Set([
      ...(statusOf(model) === undefined ? [] : ['approval']),
      ...(isScreening(model) ? context.library.vocabulary(model.kind).concepts.map(each => each.id) : []),
    ]);
    if (isScreening(model)) for (const each of SCREENED) skip.delete(each);
    checkSections(model, context, { recommended: context.options.recommended, skip });
  },
});

/** A screening only decides whether a full assessment is needed. */
function isScreening(model: SectionedModel): boolean {
  return textAt(model.metadata, 'depth')?.value.value === 'screening';
}

/** What a screening cannot decide without. */
const SCREENED = ['scope', 'interested-parties', 'harms'];
