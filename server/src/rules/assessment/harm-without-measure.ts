import type { Assessment, Harm } from '../../model/assessment/types.ts';
import { defineRule } from '../define.ts';
import { assessmentIn, listed, MOST_SINGLE, nameOf, placeOf, says } from './read.ts';

/** A harm that nobody does anything about. */
export const harmWithoutMeasure = defineRule({
  id: 'assessment/harm-without-measure',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A harm has no measure, while other harms of the same assessment have one. More than five are one finding with a list.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for a treatment of each risk; A.5.4 asks for the effects on people to be assessed so that something can be done about them.',
  clauses: ['iso-42001:6.1.3', 'iso-42001:8.3', 'iso-42001:A.5.4'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Harms

| ID | Harm | Who | Measures |
|---|---|---|---|
| H1 | refused without a reason | applicants | M1 |
| H2 | ⟦a loan that makes hardship worse⟧ | people in hardship | |

## Measures

| ID | Measure | Owner |
|---|---|---|
| M1 | letters with reasons | jane@example.org |
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

| ID | Harm | Who | Treatment |
|---|---|---|---|
| H1 | refused without a reason | applicants | modify |
| H2 | a loan that makes hardship worse | people in hardship | retain |

## Measures

| ID | Measure | Harms | Owner |
|---|---|---|---|
| M1 | letters with reasons | H1 | jane@example.org |
`,
  ],
  check(_, context) {
    const assessment = context.derive(assessmentIn);
    if (assessment === undefined) return;
    const { harms } = assessment.records;
    const linked = linkedBy(assessment);
    const bare = harms.filter(harm => !isTreated(harm, linked));
    // Where no harm names a measure, harms and measures are simply not linked.
    if (bare.length === 0 || !harms.some(harm => hasMeasure(harm, linked))) return;
    for (const group of bare.length > MOST_SINGLE ? [bare] : bare.map(harm => [harm])) {
      const [first] = group;
      if (first === undefined) continue;
      const names = group.map(({ fields }) => nameOf(fields.id, fields.harm));
      context.report({
        at: placeOf(first, first.fields.harm),
        what:
          group.length > 1
            ? `${group.length} harms have no measure: ${listed(names)}`
            : `The harm "${names[0]}" has no measure`,
        why: 'Each risk is treated: avoided, modified, shared, or retained by somebody who may decide that (ISO/IEC 42001 clause 6.1.3)',
        next: 'Name a measure, or set the treatment to "retain" and say who accepts what is left',
        controls: ['iso-42001:A.5.4'],
      });
    }
  },
});

/** Which harms the measures name, by id or by all of their text. */
interface Linked {
  readonly all: boolean;
  readonly names: ReadonlySet<string>;
}

function linkedBy({ records }: Assessment): Linked {
  const names = records.measures.flatMap(each =>
    each.fields.harms.map(({ value }) => value.trim().toLowerCase()),
  );
  return { all: names.some(name => /^(?:all|every)\b/.test(name)), names: new Set(names) };
}

function hasMeasure({ fields }: Harm, { all, names }: Linked): boolean {
  const named = [fields.id, fields.harm].some(
    each => each !== undefined && names.has(each.value.toLowerCase()),
  );
  return all || named || fields.measures.some(says);
}

function isTreated(harm: Harm, linked: Linked): boolean {
  const { fields } = harm;
  return !says(fields.harm) || says(fields.treatment) || hasMeasure(harm, linked);
}
