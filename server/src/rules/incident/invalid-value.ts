import { validateIncident } from '../../generated/validators.js';
import { defineRule } from '../define.ts';
import { checkMetadata } from '../sections/metadata-faults.ts';
import { INCIDENT_TEXT } from './example.ts';

/** A value of an incident's metadata that nothing can be read from. */
export const incidentInvalidValue = defineRule({
  id: 'incident/invalid-value',
  kinds: ['incident'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A value in the front matter or head of an incident record is not one of those allowed, has the wrong form, or stands under a misspelt key. A file without `clausewright: incident/1` is asked for its dates only.',
  why: 'Periods for reports run from the dates of a record (EU AI Act, Art. 73); ISO/IEC 42001 clause 7.5.2 asks for a suitable format. What cannot be read starts no period.',
  clauses: ['iso-42001:7.5.2', 'iso-42001:10.2', 'eu-ai-act:Art. 73'],
  bad: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: ⟦severe⟧
status: open
detected: ⟦2 November 2026⟧
⟦ownr⟧: jane@example.org
---
${INCIDENT_TEXT}`,
    `//- incidents/2026-01.incident.yaml
clausewright: incident/1
system: scoring
type: ⟦accident⟧
severity: high
status: open
detected: 2026-11-02
description: A batch of applications was refused after an empty answer of the bureau.
affected: 212 applicants.
`,
  ],
  good: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
serious: no
status: open
detected: 2026-11-02
team: scoring
---
${INCIDENT_TEXT}`,
  ],
  check(model, context) {
    checkMetadata(
      model,
      context,
      validateIncident,
      DATES,
      'What cannot be read starts no period and tells nobody how grave it is (EU AI Act, Art. 73; ISO/IEC 42001 clause 10.2)',
    );
  },
});

const DATES: ReadonlySet<string> = new Set(['occurred', 'detected', 'reported', 'closed']);
