import { defineRule } from '../define.ts';
import { headOf } from '../sections/head.ts';
import { INCIDENT_TEXT_WITH_ACTION } from './example.ts';
import { isConcern, saidIn } from './record.ts';

/** An incident of which nobody has said how grave it is. */
export const incidentSeverity = defineRule({
  id: 'incident/severity',
  kinds: ['incident'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The record of an incident names no severity.',
  why: 'ISO/IEC 42001 clause 10.2 asks for action that fits the effects; how grave an incident is decides who is told and how fast (A.8.4).',
  clauses: ['iso-42001:10.2', 'iso-42001:A.8.4'],
  bad: [
    `---
clausewright: incident/1
system: scoring
type: incident
status: ⟦open⟧
detected: 2026-11-02
---
${INCIDENT_TEXT_WITH_ACTION}`,
  ],
  good: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: low
status: open
detected: 2026-11-02
---
${INCIDENT_TEXT_WITH_ACTION}`,
  ],
  check(model, { document, report }) {
    if (isConcern(model) || model.metadata.has('severity')) return;
    report({
      at: saidIn(model, 'status')?.span ?? headOf(document, model),
      what: 'Nothing says how severe this incident is',
      why: 'What is done, and who is told how fast, depends on how grave it is (ISO/IEC 42001 clause 10.2 and A.8.4)',
      next: 'Add "severity:" with low, medium, high or critical',
      controls: ['iso-42001:A.8.4'],
    });
  },
});
