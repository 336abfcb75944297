import { enumeration } from '../../text/enumeration.ts';
import { defineRule } from '../define.ts';
import { listed, quoted } from '../wording.ts';
import { leanedOn } from './leaned-on.ts';

/** Evidence that still has to be written. */
export const placeholderEvidence = defineRule({
  id: 'evidence/placeholder',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'Evidence points at a section that holds a placeholder, or at a document that holds nothing else.',
  why: 'ISO/IEC 42001 clause 7.5.1 asks for the documented information that the management system needs; a placeholder says that it is not there yet.',
  clauses: ['iso-42001:7.5.1', 'iso-42001:7.5.2'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: partial
    evidence:
      - ⟦docs/evaluation.md#fairness⟧
  - id: A.5.4
    status: partial
    evidence:
      - docs/evaluation.md#fairness
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.

## Fairness

[More Information Needed]
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
      - docs/evaluation.md#accuracy
  - id: A.5.4
    status: planned
    evidence:
      - docs/evaluation.md#fairness
//- docs/evaluation.md
# Evaluation

## Accuracy

The model reaches an AUC of 0.81 on the held-out quarter.

## Fairness

TODO
`,
  ],
  check(_, context) {
    for (const { fragment, name, content, at, ids, controls, related } of context.derive(leanedOn)) {
      const only = content.substance === 'placeholder';
      // One open question in a long document is the matter of its own findings; here it is a section that is leant on.
      if (!only && (fragment === undefined || content.placeholder === null || content.substance !== 'text'))
        continue;
      const mark = content.placeholder === null ? '' : `: ${quoted(content.placeholder)}`;
      context.report({
        at,
        what: `${name} ${only ? 'holds nothing but a placeholder' : 'holds a placeholder'}${mark}`,
        why: `${ids.length > 3 ? listed(ids, 3) : enumeration(ids, 'and')} ${ids.length === 1 ? 'leans' : 'lean'} on it, and an auditor reads what is written there (ISO/IEC 42001 clause 7.5.1)`,
        next: 'Write the text, or set the status to planned until it is there',
        controls,
        related,
      });
    }
  },
});
