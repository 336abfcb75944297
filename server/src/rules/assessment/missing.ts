import { textField } from '../../model/field.ts';
import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';

/** A system of high risk that nobody has assessed. */
export const missingAssessment = defineRule({
  id: 'assessment/missing',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A system whose mapping calls it high-risk has no impact assessment in the workspace, and no evidence for one elsewhere.',
  why: 'ISO/IEC 42001 clause 6.1.4 and A.5.2 ask for an impact assessment; Art. 27 of the EU AI Act asks deployers of high-risk systems for one on fundamental rights.',
  clauses: ['iso-42001:6.1.4', 'iso-42001:8.4', 'iso-42001:A.5.2', 'eu-ai-act:Art. 27'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, riskClass: ⟦high⟧ }
controls:
  - id: A.6.2.4
    status: planned
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, riskClass: high }
controls:
  - id: A.6.2.4
    status: planned
//- docs/impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment of the scoring system
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, riskClass: minimal }
controls:
  - id: A.6.2.4
    status: planned
`,
  ],
  check(mapping, { document, graph, report }) {
    const { system } = mapping;
    const risk = textField(system?.value.fields.get('riskClass'));
    if (system === undefined || risk === undefined || !NEEDED.has(risk.value)) return;
    const id = system.value.id?.value;
    const assessed = graph.documents('impact-assessment').some(path => {
      const of = graph.card(path)?.system ?? null;
      return of === null ? graph.mappingOf(path, undefined)?.path === document.path : of === id;
    });
    if (assessed) return;
    // It may lie where we do not look: evidence for one of its controls is taken at its word.
    const elsewhere = ASKED.some(control =>
      graph
        .entriesIn(document.path, control)
        .some(({ data }) => !data.applicable || data.evidence.length > 0),
    );
    if (elsewhere) return;
    report({
      at: at(system.start, risk),
      what: `The system ${id === undefined ? '' : `"${id}" `}is of the risk class "${risk.value}", and the workspace holds no impact assessment of it`,
      why: 'Its effects on people and societies are assessed before it is used (ISO/IEC 42001 clauses 6.1.4 and 8.4, A.5.2)',
      next: `Start one with "clausewright new impact-assessment${id === undefined ? '' : ` --system ${id}`}", or link the one that lies elsewhere as evidence for A.5.3`,
      controls: ['iso-42001:A.5.2'],
    });
  },
});

const NEEDED: ReadonlySet<string> = new Set(['high', 'gpai-systemic']);
const ASKED = [
  'iso-42001:A.5.2',
  'iso-42001:A.5.3',
  'iso-42001:A.5.4',
  'iso-42001:A.5.5',
  'eu-ai-act:Art. 27',
];
