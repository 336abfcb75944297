import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';
import { gradedRows } from '../evidence/graded-rows.ts';

const STAGES = ['inception', 'design', 'verification', 'deployment', 'operation', 'retirement'];

/** The stage before which a control can have no results yet. */
const EARLIEST: Readonly<Record<string, string>> = {
  'iso-42001:A.6.2.4': 'verification',
  'iso-42001:A.6.2.5': 'deployment',
  'iso-42001:A.6.2.6': 'operation',
};

/** Evidence of something that the system's stage says has not happened. */
export const stage = defineRule({
  id: 'crossdoc/stage',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: "A control is called implemented before the system's stage lets there be any result of it.",
  why: 'ISO/IEC 42001 A.6.2 follows the life cycle: operation cannot be monitored before the system is in use.',
  clauses: ['iso-42001:A.6.2.5', 'iso-42001:A.6.2.6'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, stage: design }
controls:
  - id: A.6.2.6
    status: ⟦implemented⟧
    evidence: docs/monitoring.md
//- docs/monitoring.md
# Monitoring

Drift is measured each week.
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, stage: operation }
controls:
  - id: A.6.2.6
    status: implemented
    evidence: docs/monitoring.md
//- docs/monitoring.md
# Monitoring

Drift is measured each week.
`,
  ],
  check(mapping, context) {
    const field = mapping.system?.value.stage;
    const now = field === undefined ? -1 : STAGES.indexOf(field.value);
    if (field === undefined || now < 0) return;
    for (const { start, entry, id } of context.derive(gradedRows)) {
      const earliest = EARLIEST[id];
      if (earliest === undefined || entry.status?.value !== 'implemented' || STAGES.indexOf(earliest) <= now)
        continue;
      context.report({
        at: at(start, entry.status),
        what: `${entry.id?.value ?? id} is called implemented, and the system is still in the stage "${field.value}"`,
        why: `There is nothing to show for it before the stage "${earliest}" (ISO/IEC 42001 A.6.2)`,
        next: 'Set the stage that the system has reached, or call the control planned',
        controls: [id],
        related: [
          { path: context.document.path, span: at(mapping.system?.start ?? 0, field), message: 'The stage' },
        ],
      });
    }
  },
});
