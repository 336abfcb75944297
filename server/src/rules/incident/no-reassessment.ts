import { conceptStates } from '../../workspace/concepts.ts';
import { defineRule } from '../define.ts';
import { INCIDENT_TEXT_WITH_ACTION } from './example.ts';
import { saidIn } from './record.ts';

/** A grave incident that left the impact assessment as it was. */
export const noReassessment = defineRule({
  id: 'incident/no-reassessment',
  kinds: ['incident'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'An incident of high or critical severity is closed, and nothing says whether the impact assessment was looked at again.',
  why: 'ISO/IEC 42001 clause 8.4 asks for another impact assessment when significant changes occur; an incident shows that a likelihood or a harm was judged wrongly.',
  clauses: ['iso-42001:8.4', 'iso-42001:10.2', 'iso-42001:A.5.2'],
  bad: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
status: ⟦closed⟧
detected: 2026-10-02
closed: 2026-11-02
---
${INCIDENT_TEXT_WITH_ACTION}`,
  ],
  good: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
status: closed
detected: 2026-10-02
closed: 2026-11-02
assessment: docs/impact-assessment.md
---
${INCIDENT_TEXT_WITH_ACTION}`,
    `---
clausewright: incident/1
system: scoring
type: incident
severity: low
status: closed
detected: 2026-10-02
---
${INCIDENT_TEXT_WITH_ACTION}`,
  ],
  check(model, { library, scope, report }) {
    const status = saidIn(model, 'status');
    const severity = saidIn(model, 'severity')?.value;
    if (status?.value !== 'closed' || (severity !== 'high' && severity !== 'critical')) return;
    if (model.metadata.has('assessment')) return;
    const vocabulary = library.vocabulary(model.kind);
    if (conceptStates(model, vocabulary, scope.headings).states.get('reassessment')?.substance === 'text')
      return;
    report({
      at: status.span,
      what: `The incident is closed, and nothing says whether the impact assessment still holds`,
      why: 'An incident of this severity shows that something was judged wrongly: what rests on it is assessed again (ISO/IEC 42001 clauses 8.4 and 10.2)',
      next: 'Look at the assessment and link it under "assessment:", or say below "Effect on the impact assessment" why it holds',
      controls: ['iso-42001:A.5.2'],
    });
  },
});
