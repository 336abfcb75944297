import { type SectionedModel, systemAt, textAt } from '../../model/sectioned.ts';
import { at } from '../../text/span.ts';
import { samePerson } from '../../workspace/evidence/people.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';

/** Two owners for one system. */
export const owner = defineRule({
  id: 'crossdoc/owner',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A document of a system names another owner than its mapping, or another approver than its neighbours.',
  why: 'ISO/IEC 42001 A.3.2 asks for one allocation of responsibilities; with two owners nobody answers.',
  clauses: ['iso-42001:A.3.2', 'iso-42001:5.3'],
  bad: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
owner: ⟦sam@example.org⟧
---
# Scoring model
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: planned
//- clausewright.yaml
rules: { card: off, mapping/missing-controls: off }
`,
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
approver: ⟦ana@example.org⟧
---
# Impact assessment
//- screening.md
---
clausewright: impact-assessment/1
system: scoring
approver: ⟦sam@example.org⟧
---
# Screening
//- clausewright.yaml
rules: { assessment: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
owner: Jane <jane@example.org>
---
# Scoring model
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: planned
//- clausewright.yaml
rules: { card: off, mapping/missing-controls: off }
`,
  ],
  check(model, context) {
    checkOwner(model, context);
    checkApprover(model, context);
  },
});

function checkOwner(model: SectionedModel, { document, graph, report }: WorkspaceContext): void {
  const field = textAt(model.metadata, 'owner');
  const mapping = graph.mappingOf(document.path, systemAt(model.metadata)?.value.value);
  const other = mapping?.data.owner;
  if (field === undefined || mapping === undefined || other === null || other === undefined) return;
  if (samePerson(field.value.value, other)) return;
  report({
    at: at(field.start, field.value),
    what: `This document names ${field.value.value} as owner, and ${mapping.path} names ${other}`,
    why: 'Responsibilities are allocated once; with two owners nobody answers (ISO/IEC 42001 A.3.2)',
    next: 'Agree on one owner and write the same name in both',
    controls: ['iso-42001:A.3.2'],
    related: [
      { path: mapping.path, span: mapping.span, message: `${other} owns the system here`, fact: mapping.key },
    ],
  });
}

/** Two approvers can each be right for their document, so the system has to be named by both. */
function checkApprover(model: SectionedModel, { document, graph, report }: WorkspaceContext): void {
  const field = textAt(model.metadata, 'approver');
  const system = systemAt(model.metadata)?.value.value;
  if (field === undefined || system === undefined) return;
  for (const peer of graph.peers(document.path, system)) {
    if (graph.card(peer)?.system !== system) continue;
    const other = graph.stated('approver', peer);
    if (other === undefined || samePerson(field.value.value, other.data)) continue;
    report({
      at: at(field.start, field.value),
      what: `This document names ${field.value.value} as approver, and ${peer} names ${other.data}`,
      why: 'Who may accept a result for a system is decided once (ISO/IEC 42001 A.3.2 and clause 5.3)',
      next: 'Agree on who approves for this system, and write the same name in both',
      controls: ['iso-42001:A.3.2'],
      related: [{ path: peer, span: other.span, message: `${other.data} approves here`, fact: other.key }],
    });
    return;
  }
}
