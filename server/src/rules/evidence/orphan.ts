import { claimsIn } from '../../model/claims.ts';
import { textAt, textsAt } from '../../model/sectioned.ts';
import { at, type Span } from '../../text/span.ts';
import { folderOf, relativePath } from '../../workspace/paths.ts';
import { targetOf } from '../../workspace/target.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';

/** A section that claims a control which no mapping leads to. */
export const orphan = defineRule({
  id: 'evidence/orphan',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'workspace',
  severity: 'information',
  since: '0.1.0',
  summary: 'A document claims to evidence a control, and no entry of its mapping points here.',
  why: 'ISO/IEC 42001 clause 6.1.3 has the Statement of Applicability lead to what shows each control; a claim that nothing leads to is never looked at.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `//- docs/oversight.md
---
clausewright: impact-assessment/1
system: scoring
controls: ⟦A.9.2⟧
---
# Notes
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.9.2
    status: planned
//- clausewright.yaml
rules: { assessment: off, mapping/missing-controls: off }
`,
  ],
  good: [
    `//- docs/oversight.md
---
clausewright: impact-assessment/1
system: scoring
controls: A.9.2
---
# Notes
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.9.2
    status: planned
    evidence: docs/oversight.md
//- clausewright.yaml
rules: { assessment: off, mapping/missing-controls: off, evidence/empty-section: off }
`,
  ],
  check(model, context) {
    const mapping = context.graph.mappingOf(
      context.document.path,
      textAt(model.metadata, 'system')?.value.value,
    );
    if (mapping === undefined) return;
    const framework = mapping.data.framework;
    for (const { start, value } of textsAt(model.metadata, 'controls')) claim(value.value, at(start, value));
    for (const { start, value } of model.body?.sections ?? []) {
      for (const each of value.derive(claimsIn)) claim(each.id, at(start, each));
    }

    function claim(id: string, span: Span): void {
      const reference = context.library.resolve(id, framework);
      if (reference?.item === undefined) return;
      const qualified = reference.catalog.qualified(reference.item);
      const entries = context.graph
        .entries(qualified)
        .filter(each => each.data.system === mapping?.data.system);
      if (entries.some(each => each.data.evidence.some(target => leadsHere(target, each.path, context))))
        return;
      const entry = entries[0];
      if (entry !== undefined && !entry.data.applicable) return;
      const here = relativePath(folderOf(mapping?.path ?? ''), context.document.path);
      context.report({
        at: span,
        what: `This text claims ${id}, but no entry of ${mapping?.path ?? 'the mapping'} points to ${context.document.path}`,
        why: 'An auditor follows the Statement of Applicability, and a claim that it does not lead to is never looked at (ISO/IEC 42001 clause 6.1.3)',
        next:
          entry === undefined
            ? `Add an entry for ${id} with ${here} as evidence`
            : `Add ${here} to the evidence of ${id}`,
        controls: [qualified],
        related:
          entry === undefined
            ? []
            : [{ path: entry.path, span: entry.span, message: `The entry of ${id}`, fact: entry.key }],
      });
    }
  },
});

function leadsHere(evidence: string, mapping: string, { root, document, graph }: WorkspaceContext): boolean {
  const target = targetOf(evidence, mapping, root);
  if (target.kind === 'file')
    return target.path === document.path || document.path.startsWith(`${target.path}/`);
  return target.kind === 'glob' && graph.matching(target.pattern).includes(document.path);
}
