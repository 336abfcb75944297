import { systemAt } from '../../model/sectioned.ts';
import { daysBetween } from '../../workspace/evidence/dates.ts';
import { defineRule } from '../define.ts';
import { INCIDENT_TEXT_WITH_ACTION } from './example.ts';
import { dateIn, isConcern, saidIn, seriousness } from './record.ts';

/** A serious incident that was not reported in time. */
export const lateReport = defineRule({
  id: 'incident/late-report',
  kinds: ['incident'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary:
    'A serious incident was reported after the period of Art. 73 of the EU AI Act, or the period has passed without a report. The periods are those of the catalog: 15 days, 10 after a death, 2 for critical infrastructure and widespread infringements.',
  why: 'Art. 73 of the EU AI Act asks providers of high-risk systems to report serious incidents within fixed periods of becoming aware of them.',
  clauses: ['eu-ai-act:Art. 73', 'iso-42001:A.8.4'],
  bad: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: critical
serious: ⟦death⟧
status: open
detected: 2026-11-02
---
${INCIDENT_TEXT_WITH_ACTION}`,
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
serious: health
status: open
detected: 2026-10-01
reported: ⟦2026-11-02⟧
---
${INCIDENT_TEXT_WITH_ACTION}`,
  ],
  good: [
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
serious: health
status: open
detected: 2026-11-12
---
${INCIDENT_TEXT_WITH_ACTION}`,
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
serious: no
status: open
detected: 2026-01-02
---
${INCIDENT_TEXT_WITH_ACTION}`,
    `---
clausewright: incident/1
system: scoring
type: incident
severity: high
serious: health
status: open
detected: 2026-10-01
reported: 2026-10-14
---
${INCIDENT_TEXT_WITH_ACTION}`,
  ],
  check(model, { document, graph, library, today, report }) {
    const serious = seriousness(model);
    const aware = dateIn(model, 'detected');
    if (serious === undefined || aware === undefined || isConcern(model)) return;
    const mapping = graph.mappingOf(document.path, systemAt(model.metadata)?.value.value)?.data;
    // A duty of providers; a deployer tells the provider, without a period in days.
    if (mapping?.role !== undefined && mapping.role !== null && mapping.role !== 'provider') return;
    const article = library.resolve('eu-ai-act:Art. 73', 'eu-ai-act');
    const periods = article?.item?.periods ?? [];
    const days = (
      periods.find(each => each.case === serious.value) ?? periods.find(each => each.case === 'any')
    )?.days;
    const written = saidIn(model, 'reported');
    const reported = dateIn(model, 'reported');
    if (days === undefined || (written !== undefined && reported === undefined)) return;
    const passed = daysBetween(aware.value, reported?.value ?? today);
    if (!(passed > days)) return;
    report({
      at: (reported ?? serious).span,
      what:
        reported === undefined
          ? `Nothing says that this serious incident ("${serious.value}") was reported, ${passed} days after it was detected`
          : `This serious incident ("${serious.value}") was reported ${passed} days after it was detected`,
      why: `A provider reports it within ${days} days of becoming aware of it (EU AI Act, Art. 73)`,
      next:
        reported === undefined
          ? 'Report it now and set "reported:"; or say "serious: no" where it is none, and why'
          : 'Note in the record why it took longer, and change the procedure',
      controls: ['eu-ai-act:Art. 73'],
    });
  },
});
