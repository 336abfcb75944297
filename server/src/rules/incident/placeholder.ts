import { defineRule } from '../define.ts';
import { checkPlaceholders } from '../sections/unfilled.ts';
import { INCIDENT_TEXT } from './example.ts';

/** Text of an incident record that still waits to be written. */
export const incidentPlaceholder = defineRule({
  id: 'incident/placeholder',
  kinds: ['incident'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The record of an incident or concern holds placeholders, such as "[Name]" or "TBD".',
  why: 'ISO/IEC 42001 clause 10.2 asks for documented information on what happened and what was done; an unanswered question is neither.',
  clauses: ['iso-42001:10.2', 'iso-42001:7.5.2'],
  bad: [
    `---
clausewright: incident/1
system: scoring
severity: high
status: open
detected: 2026-11-02
owner: ⟦TBD⟧
---
${INCIDENT_TEXT}`,
  ],
  good: [
    `---
clausewright: incident/1
system: scoring
severity: high
status: open
detected: 2026-11-02
owner: jane@example.org
---
${INCIDENT_TEXT}`,
  ],
  check: checkPlaceholders,
});
