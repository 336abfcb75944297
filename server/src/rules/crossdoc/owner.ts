import { systemAt, textAt } from '../../model/sectioned.ts';
import { at } from '../../text/span.ts';
import { samePerson } from '../../workspace/evidence/people.ts';
import { defineRule } from '../define.ts';

/** Two owners for one system. */
export const owner = defineRule({
  id: 'crossdoc/owner',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A document of a system names another owner than its mapping.',
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
  check(model, { document, graph, report }) {
    const field = textAt(model.metadata, 'owner');
    const mapping = graph.mappingOf(document.path, systemAt(model.metadata)?.value.value);
    const other = mapping?.data.owner;
    if (
      field === undefined ||
      mapping === undefined ||
      other === null ||
      other === undefined ||
      samePerson(field.value.value, other)
    )
      return;
    report({
      at: at(field.start, field.value),
      what: `This document names ${field.value.value} as owner, and ${mapping.path} names ${other}`,
      why: 'Responsibilities are allocated once; with two owners nobody answers (ISO/IEC 42001 A.3.2)',
      next: 'Agree on one owner and write the same name in both',
      controls: ['iso-42001:A.3.2'],
      related: [
        {
          path: mapping.path,
          span: mapping.span,
          message: `${other} owns the system here`,
          fact: mapping.key,
        },
      ],
    });
  },
});
