import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';

/** An entry in force that nobody answers for. */
export const missingOwner = defineRule({
  id: 'mapping/missing-owner',
  kinds: ['control-mapping'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary: 'An applicable control has no owner, and the system has none either.',
  why: 'ISO/IEC 42001 clause 5.3 asks for assigned responsibilities: an auditor asks one person per control.',
  clauses: ['iso-42001:5.3', 'iso-42001:A.3.2'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, name: Credit scoring }
controls:
  - id: ⟦A.6.2.4⟧
    status: planned
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, name: Credit scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: planned
`,
    `clausewright: control-mapping/1
system: { id: scoring, name: Credit scoring }
controls:
  - id: A.6.2.4
    status: planned
    owner: jane@example.org
`,
  ],
  check(mapping, { report }) {
    if (mapping.system?.value.owner !== undefined) return;
    for (const { start, value: entry } of mapping.entries) {
      if (entry.faulty || entry.id === undefined || entry.owner !== undefined) continue;
      if (entry.applicable?.value === false) continue;
      report({
        at: at(start, entry.id),
        what: `Nobody is named as owner of ${entry.id.value}`,
        why: 'ISO/IEC 42001 clause 5.3 asks for assigned responsibilities, and an auditor asks one person per control',
        next: 'Add "owner:" to this entry, or to "system:" for all entries without one of their own',
      });
    }
  },
});
