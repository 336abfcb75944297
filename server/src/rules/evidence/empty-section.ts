import { enumeration } from '../../text/enumeration.ts';
import { defineRule } from '../define.ts';
import { listed } from '../wording.ts';
import { leanedOn } from './leaned-on.ts';

/** Evidence with a heading and no text. */
export const emptySection = defineRule({
  id: 'evidence/empty-section',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'Evidence points at a section or a document without text.',
  why: 'ISO/IEC 42001 clause 7.5.1 asks for the documented information that the management system needs; a heading alone documents nothing.',
  clauses: ['iso-42001:7.5.1', 'iso-42001:7.5.2'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: [⟦docs/evaluation.md#results⟧]
  - id: A.7.5
    status: implemented
    evidence: ⟦docs/provenance.md⟧
//- docs/evaluation.md
# Evaluation

We compare approval rates by age.

## Results

<!-- Which metric reached which value? -->
//- docs/provenance.md
# Provenance of the data
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: [docs/evaluation.md#results]
//- docs/evaluation.md
# Evaluation

## Results

| metric | value |
|---|---|
| AUC | 0.81 |
`,
  ],
  check(_, context) {
    for (const { name, content, at, ids, controls, related } of context.derive(leanedOn)) {
      if (content.substance !== 'empty') continue;
      context.report({
        at,
        what: `${name} holds no text`,
        why: `${ids.length > 3 ? listed(ids, 3) : enumeration(ids, 'and')} ${ids.length === 1 ? 'leans' : 'lean'} on it, and a heading alone documents nothing (ISO/IEC 42001 clause 7.5.1)`,
        next: 'Write the text, or set the status to planned until it is there',
        controls,
        related,
      });
    }
  },
});
