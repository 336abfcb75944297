import { claimsIn } from '../../model/claims.ts';
import { systemAt, textsAt } from '../../model/sectioned.ts';
import { at, type Span } from '../../text/span.ts';
import { defineRule } from '../define.ts';

/** A control that the mapping excludes and a document claims to fulfil. */
export const excludedClaim = defineRule({
  id: 'crossdoc/excluded-claim',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'A document claims to evidence a control that the mapping excludes.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for a justification of each exclusion; a document that fulfils the control contradicts it.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring model

Customers get these terms. <!-- evidence: ⟦A.10.4⟧ -->
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.10.4
    applicable: false
    justification: No customer receives the system.
//- clausewright.yaml
rules: { card: off, mapping/missing-controls: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring model

Customers get these terms. <!-- evidence: A.10.4 -->
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.10.4
    status: implemented
    evidence: MODEL_CARD.md
//- clausewright.yaml
rules: { card: off, mapping/missing-controls: off }
`,
  ],
  check(model, { document, graph, library, report }) {
    const mapping = graph.mappingOf(document.path, systemAt(model.metadata)?.value.value);
    if (mapping === undefined) return;
    const claims: { id: string; span: Span }[] = [
      ...textsAt(model.metadata, 'controls').map(({ start, value }) => ({
        id: value.value,
        span: at(start, value),
      })),
      ...(model.body?.sections ?? []).flatMap(({ start, value }) =>
        value.derive(claimsIn).map(claim => ({ id: claim.id, span: at(start, claim) })),
      ),
    ];
    for (const { id, span } of claims) {
      const reference = library.resolve(id, mapping.data.framework);
      if (reference?.item === undefined) continue;
      const qualified = reference.catalog.qualified(reference.item);
      const excluded = graph
        .entries(qualified)
        .find(each => each.data.system === mapping.data.system && !each.data.applicable);
      if (excluded === undefined) continue;
      report({
        at: span,
        what: `This text claims ${id}, which ${excluded.path} excludes${excluded.data.justification === null ? '' : `: "${excluded.data.justification}"`}`,
        why: 'An exclusion needs a reason that holds, and a document that fulfils the control contradicts it (ISO/IEC 42001 clause 6.1.3)',
        next: 'Take the control into scope, or take the claim out of the text',
        controls: [qualified],
        related: [{ path: excluded.path, span: excluded.span, message: 'The exclusion', fact: excluded.key }],
      });
    }
  },
});
