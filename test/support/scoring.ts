/** A small workspace of one AI system that the tests of navigation walk through. */
export const SCORING = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, name: Credit scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/MODEL_CARD.md#evaluation
      - path: src/train.py#L2-L3
        expires: 2026-12-01
    satisfies: [nist-ai-rmf:MEASURE 2.3]
  - id: A.7.2
    status: partial
    evidence: docs/MODEL_CARD.md#training-data
  - id: A.10.4
    applicable: false
    justification: No customer.
    until: 2026-11-21
//- docs/MODEL_CARD.md
---
license: mit
system: scoring
datasets: [acme/credit-history]
controls: [A.6.2.7]
---
# Card

## Evaluation

The AUC is 0.81, as A.6.2.4 asks; see [the data](../data/credit-history/README.md#rows).

## Training data
<!-- evidence: A.7.2, A.7.5 -->

All applications of 2025.
//- data/credit-history/README.md
---
pretty_name: Credit history
task_categories: [tabular-classification]
size_categories: [10K<n<100K]
---
# Dataset card for credit history

## Rows

One application each.
//- src/train.py
import x
a = 1
b = 2
`;

/** The same with the cursor in front of the first place where `text` stands in a file. */
export function cursorAt(path: string, text: string, skip = 0): string {
  const file = SCORING.indexOf(`//- ${path}\n`);
  let at = SCORING.indexOf(text, file);
  for (let left = skip; left > 0; left -= 1) at = SCORING.indexOf(text, at + 1);
  return `${SCORING.slice(0, at)}$0${SCORING.slice(at)}`;
}
