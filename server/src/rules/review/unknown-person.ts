import { distance } from 'fastest-levenshtein';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { personKey } from '../../workspace/evidence/people.ts';
import { defineRule } from '../define.ts';

/** A reviewer whom the organisation does not list. */
export const unknownPerson = defineRule({
  id: 'review/unknown-person',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'A sign-off names somebody who is not among the people who may sign.',
  why: 'ISO/IEC 42001 clause 5.3 asks for assigned authorities: who may approve is decided beforehand.',
  clauses: ['iso-42001:5.3', 'iso-42001:A.3.2'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: docs/evaluation.md
        reviewed: { by: ⟦sma@example.org⟧, on: 2026-09-30, digest: 1e5328ccc229 }
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
//- clausewright.yaml
rules: { mapping/missing-controls: off }
review:
  people: [sam@example.org, ana@example.org]
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: docs/evaluation.md
        reviewed: { by: sam@example.org, on: 2026-09-30, digest: 1e5328ccc229 }
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  check(mapping, { document, scope, graph, report }) {
    const people = scope.people.length > 0 ? scope.people : graph.codeOwners;
    if (people.length === 0) return;
    const known = new Set(people.map(personKey));
    const source = scope.people.length > 0 ? 'clausewright.yaml' : 'CODEOWNERS';
    for (const { start, value: entry } of mapping.entries) {
      for (const { reviewed } of entry.evidence) {
        const by = reviewed?.by;
        if (by === undefined || known.has(personKey(by.value))) continue;
        const span = at(start, by);
        const near = people.find(person => distance(personKey(person), personKey(by.value)) <= 2);
        report({
          at: span,
          what: `${by.value} is not among the people whom ${source} lists${near === undefined ? '' : `; did you mean ${near}?`}`,
          why: 'Who may approve is decided beforehand (ISO/IEC 42001 clause 5.3)',
          next:
            scope.people.length > 0
              ? 'Correct the name, or add it to review.people in clausewright.yaml'
              : 'Correct the name, or list who may sign under review.people in clausewright.yaml',
          fixes:
            near === undefined
              ? []
              : [
                  {
                    title: `Change to ${near}`,
                    kind: 'assist',
                    change: () => [editFile(document.path, { span, text: near })],
                  },
                ],
        });
      }
    }
  },
});
