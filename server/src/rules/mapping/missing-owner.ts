import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';

/** As many of the other entries as a finding points at. */
const MOST_RELATED = 20;

/** Entries in force that nobody answers for: one finding, as one line under `system` mends them all. */
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
  check(mapping, { document, report }) {
    if (mapping.system?.value.owner !== undefined) return;
    const [first, ...others] = mapping.entries.flatMap(({ start, value: entry }) => {
      const { id } = entry;
      const owned = entry.faulty || entry.owner !== undefined || entry.applicable?.value === false;
      return id === undefined || owned ? [] : [{ id: id.value, span: at(start, id) }];
    });
    if (first === undefined) return;
    report({
      at: first.span,
      what: `Nobody is named as owner of ${first.id}${others.length === 0 ? '' : ` and ${others.length} other entr${others.length === 1 ? 'y' : 'ies'}`}`,
      why: 'ISO/IEC 42001 clause 5.3 asks for assigned responsibilities, and an auditor asks one person per control',
      next: 'Add "owner:" to this entry, or to "system:" for all entries without one of their own',
      related: others
        .slice(0, MOST_RELATED)
        .map(({ id, span }) => ({ path: document.path, span, message: `${id} has no owner either` })),
    });
  },
});
