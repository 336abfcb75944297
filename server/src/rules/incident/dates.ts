import { defineRule } from '../define.ts';
import { headOf } from '../sections/head.ts';
import { INCIDENT_TEXT_WITH_ACTION } from './example.ts';
import { dateIn, saidIn } from './record.ts';

/** A record without the dates that everything else is counted from, or with dates that contradict each other. */
export const incidentDates = defineRule({
  id: 'incident/dates',
  kinds: ['incident'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'The record of an incident does not say when it was detected, or its dates stand in an impossible order.',
  why: 'Periods for reports run from the day on which you became aware (EU AI Act, Art. 73); ISO/IEC 42001 clause 10.2 asks for a record of what happened and what was done then.',
  clauses: ['iso-42001:10.2', 'eu-ai-act:Art. 73'],
  bad: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
status: ⟦open⟧
---
${INCIDENT_TEXT_WITH_ACTION}`,
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
status: open
occurred: 2026-11-05
detected: ⟦2026-11-02⟧
---
${INCIDENT_TEXT_WITH_ACTION}`,
  ],
  good: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
status: open
occurred: 2026-11-01
detected: 2026-11-02
---
${INCIDENT_TEXT_WITH_ACTION}`,
  ],
  check(model, { document, today, report }) {
    if (saidIn(model, 'detected') === undefined && saidIn(model, 'occurred') === undefined) {
      report({
        at: (saidIn(model, 'status') ?? saidIn(model, 'severity'))?.span ?? headOf(document, model),
        what: 'Nothing says when this was detected',
        why: 'Periods for reports run from that day (EU AI Act, Art. 73), and a record tells what happened when (ISO/IEC 42001 clause 10.2)',
        next: 'Add "detected:" with the date (YYYY-MM-DD)',
        controls: ['iso-42001:A.8.4'],
      });
    }
    const dates = ORDER.flatMap(key => {
      const date = dateIn(model, key);
      return date === undefined ? [] : [{ key, ...date }];
    });
    for (const [index, date] of dates.entries()) {
      const before = dates[index - 1];
      const late = date.value > today;
      if (!late && (before === undefined || before.value <= date.value)) continue;
      report({
        at: date.span,
        what:
          late || before === undefined
            ? `"${date.key}" is ${date.value}, which is still to come`
            : `"${date.key}" is ${date.value}, before "${before.key}" on ${before.value}`,
        why: 'A record tells what happened when (ISO/IEC 42001 clause 10.2)',
        next: 'Correct the date that is wrong',
        controls: ['iso-42001:A.8.4'],
      });
    }
  },
});

/** The order in which things can happen; a report may come before or after the end of the work. */
const ORDER = ['occurred', 'detected', 'closed'] as const;
