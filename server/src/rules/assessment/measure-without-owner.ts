import { defineRule } from '../define.ts';
import { assessmentIn, isOpen, listed, MOST_SINGLE, nameOf, placeOf, says } from './read.ts';

/** A measure that nobody answers for, or that is done with nothing to show for it. */
export const measureWithoutOwner = defineRule({
  id: 'assessment/measure-without-owner',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A measure names no owner, or is called implemented without evidence. More than five are one finding with a list.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for a plan of how risks are treated; A.3.2 for somebody who answers for it; clause 8.3 that the result is kept as documented information.',
  clauses: ['iso-42001:6.1.3', 'iso-42001:8.3', 'iso-42001:A.3.2'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Measures

| ID | Measure | Owner | Status | Evidence |
|---|---|---|---|---|
| M1 | ⟦letters with reasons⟧ | | planned | |
| M2 | ⟦blind second decision⟧ | jane@example.org | implemented | |
`,
  ],
  good: [
    `---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system

## Measures

| ID | Measure | Owner | Status | Evidence |
|---|---|---|---|---|
| M1 | letters with reasons | sam@example.org | planned | |
| M2 | blind second decision | jane@example.org | implemented | reports/second.md |
`,
  ],
  check(_, context) {
    const measures = context.derive(assessmentIn)?.records.measures ?? [];
    const lacking = measures.flatMap(row => {
      const { fields } = row;
      if (!says(fields.measure)) return [];
      const owner = says(fields.owner) || isOpen(fields.owner);
      const done = /^(?:implemented|done|complete[d]?|in place|active|umgesetzt|erledigt)\b/i.test(
        fields.status?.value ?? '',
      );
      const evidence = !done || fields.evidence.length > 0 || fields.controls.length > 0;
      if (owner && evidence) return [];
      const what = !owner ? (evidence ? 'no owner' : 'neither owner nor evidence') : 'no evidence';
      return [{ row, what, name: nameOf(fields.id, fields.measure) }];
    });
    for (const group of lacking.length > MOST_SINGLE ? [lacking] : lacking.map(each => [each])) {
      const [first] = group;
      if (first === undefined) continue;
      const kinds = new Set(group.map(each => each.what));
      const lack = kinds.size === 1 ? first.what : 'no owner or no evidence';
      context.report({
        at: placeOf(first.row, first.row.fields.measure),
        what:
          group.length > 1
            ? `${group.length} measures have ${lack}: ${listed(group.map(each => each.name))}`
            : `The measure "${first.name}" has ${lack}`,
        why: 'A treatment that nobody answers for, or that leaves no trace, cannot be shown to work (ISO/IEC 42001 clause 6.1.3 and A.3.2)',
        next: lack.includes('evidence')
          ? 'Name who answers for it, and link what shows that it is in place'
          : 'Name the person or team that answers for it',
        controls: ['iso-42001:A.3.2'],
      });
    }
  },
});
