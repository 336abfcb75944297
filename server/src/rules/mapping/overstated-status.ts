import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { defineRule } from '../define.ts';
import { gradedRows } from '../evidence/graded-rows.ts';

const HEARSAY: ReadonlySet<string> = new Set(['link', 'ticket']);

/** "Implemented", with nothing to show for it but links. */
export const overstatedStatus = defineRule({
  id: 'mapping/overstated-status',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'An entry says "implemented", and all its evidence is links or tickets.',
  why: 'ISO/IEC 42001 clause 6.1.3 has the Statement of Applicability say which controls are implemented; an auditor samples the ones that say so.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: ⟦implemented⟧
    evidence: [RISK-42]
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    needed: asserted
    evidence: [RISK-42]
`,
  ],
  check(_, context) {
    for (const { start, entry, graded, needed, id } of context.derive(gradedRows)) {
      const { status } = entry;
      if (status?.value !== 'implemented' || graded.strength !== 'asserted' || needed === 'asserted')
        continue;
      if (!graded.evidence.every(each => HEARSAY.has(each.reason?.code ?? ''))) continue;
      const span = at(start, status);
      const { path } = context.document;
      context.report({
        at: span,
        what: `${entry.id?.value ?? id} is called implemented, but nothing here can check its evidence: ${graded.evidence.map(each => each.target).join(', ')}`,
        why: 'An auditor samples the controls that the Statement of Applicability calls implemented (ISO/IEC 42001 clause 6.1.3)',
        next: 'Point at the document, report or test behind it, or set the status to partial until there is one',
        controls: [id],
        fixes: [
          {
            title: 'Set the status to partial',
            kind: 'assist',
            change: () => [editFile(path, { span, text: 'partial' })],
          },
        ],
      });
    }
  },
});
