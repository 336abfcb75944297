import { defineRule } from '../define.ts';
import { checkSections, SECTION_OPTIONS } from '../sections/missing.ts';
import { isConcern, saidIn } from './record.ts';

/** A record that leaves out what such a record answers. */
export const incidentMissingSection = defineRule({
  id: 'incident/missing-section',
  kinds: ['incident'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'The record of an incident does not say what happened, who is affected, or, once it is contained, what is changed so that it does not happen again.',
  why: 'ISO/IEC 42001 A.8.4 asks for a plan to communicate incidents, and clause 10.2 to deal with their causes and consequences and keep a record of it.',
  clauses: ['iso-42001:10.2', 'iso-42001:A.8.4', 'iso-42001:A.3.3'],
  standIns: ['incident/placeholder'],
  options: { recommended: { ...SECTION_OPTIONS.recommended, default: false } },
  bad: [
    `---
clausewright: incident/1
system: scoring
severity: high
status: contained
detected: 2026-11-02
assessment: docs/impact-assessment.md
---
# ⟦Wrong refusals on 2 November⟧

## What happened

A batch of applications was refused after an empty answer of the bureau.

## Who is affected

212 applicants, among them 31 with an urgent need.
`,
  ],
  good: [
    `---
clausewright: incident/1
system: scoring
severity: high
status: open
detected: 2026-11-02
---
# Wrong refusals on 2 November

## What happened

A batch of applications was refused after an empty answer of the bureau.

## Who is affected

212 applicants, among them 31 with an urgent need.
`,
  ],
  check(model, context) {
    const status = saidIn(model, 'status')?.value;
    const early = isConcern(model) || status === undefined || status === 'open';
    const skip = new Set(early ? ['corrective-action'] : []);
    if (isConcern(model)) skip.add('affected');
    checkSections(model, context, { recommended: context.options.recommended, skip });
  },
});
