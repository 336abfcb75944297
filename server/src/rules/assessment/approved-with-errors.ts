import { textAt } from '../../model/sectioned.ts';
import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';
import { statusOf } from './status.ts';

/** An assessment that counts as approved while it has errors. */
export const approvedWithErrors = defineRule({
  id: 'assessment/approved-with-errors',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The status of an assessment is "approved", and other rules find errors in it.',
  why: 'ISO/IEC 42001 clause 7.5.2 asks that documented information is reviewed and approved for suitability and adequacy.',
  clauses: ['iso-42001:7.5.2', 'iso-42001:A.5.3'],
  bad: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: ⟦approved⟧
assessor: jane@example.org
approver: sam@example.org
assessed: 2026-09-01
---
# Impact assessment of the scoring system

## Harms

| ID | Harm | Who | Likelihood | Severity | Residual likelihood | Residual severity |
|---|---|---|---|---|---|---|
| H1 | refused without a reason | applicants | 5 | 4 | 3 | 4 |

## Residual risk

| Harms | Accepted by | On |
|---|---|---|
| H1 | jane@example.org | 2026-09-01 |
`,
  ],
  follows: ['assessment/acceptor'],
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
`,
  ],
  check() {
    // What the other rules find is known only once they have run; see conclude.
  },
  conclude(model, context, findings) {
    const status = textAt(model.metadata, 'status');
    if (status === undefined || statusOf(model) !== 'approved') return;
    const errors = findings.filter(each => each.severity === 'error' && each.suppressed === undefined);
    const [first] = errors;
    if (first === undefined) return;
    const rules = [...new Set(errors.map(each => each.rule))].join(', ');
    context.report({
      at: at(status.start, status.value),
      what:
        errors.length > 1
          ? `The assessment is approved, and has ${errors.length} errors (${rules})`
          : `The assessment is approved, and has an error (${rules})`,
      why: 'Approval says that the text is fit for its purpose (ISO/IEC 42001 clause 7.5.2)',
      next: 'Mend them and have the result approved again, or set the status to "in-review"',
      controls: ['iso-42001:A.5.3'],
      related: errors
        .slice(0, 5)
        .map(each => ({ path: each.path, span: each.span, message: `Error: ${each.rule}` })),
    });
  },
});
