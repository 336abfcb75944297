import { textAt } from '../../model/sectioned.ts';
import { at } from '../../text/span.ts';
import { isDate } from '../../workspace/evidence/dates.ts';
import { defineRule } from '../define.ts';
import { statusOf } from './status.ts';

/** An assessment that is due again. */
export const reviewOverdue = defineRule({
  id: 'assessment/review-overdue',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The date by which an assessment was to be reviewed has passed.',
  why: 'ISO/IEC 42001 clause 8.4 asks for impact assessments at planned intervals; the interval that was planned is over.',
  clauses: ['iso-42001:8.4', 'iso-42001:A.5.2'],
  bad: [
    `---
clausewright: impact-assessment/1
system: scoring
status: approved
assessor: jane@example.org
approver: sam@example.org
assessed: 2025-03-01
review_by: ⟦2026-03-01⟧
---
# Impact assessment of the scoring system
`,
  ],
  good: [
    `---
clausewright: impact-assessment/1
system: scoring
status: approved
assessor: jane@example.org
approver: sam@example.org
assessed: 2026-03-01
review_by: 2027-03-01
---
# Impact assessment of the scoring system
`,
    `---
clausewright: impact-assessment/1
system: scoring
status: retired
assessor: jane@example.org
approver: sam@example.org
assessed: 2024-03-01
review_by: 2025-03-01
---
# Impact assessment of the scoring system
`,
  ],
  check(model, context) {
    const due = textAt(model.metadata, 'review_by');
    const status = statusOf(model);
    if (due === undefined || status === 'retired' || status === 'draft') return;
    const date = due.value.value.trim();
    if (!isDate(date) || date >= context.today) return;
    context.report({
      at: at(due.start, due.value),
      what: `This assessment was to be reviewed by ${date}`,
      why: 'An impact assessment is repeated at planned intervals (ISO/IEC 42001 clause 8.4)',
      next: 'Go through it again ("clausewright new impact-assessment" can start a reassessment), then set "assessed:" and "review_by:"',
      controls: ['iso-42001:A.5.2'],
    });
  },
});
