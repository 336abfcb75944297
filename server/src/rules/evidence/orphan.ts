import { claimsIn } from '../../model/claims.ts';
import { systemAt, textsAt } from '../../model/sectioned.ts';
import { at, type Span } from '../../text/span.ts';
import type { Stated } from '../../workspace/facts.ts';
import type { MappingFact } from '../../workspace/mapping-facts.ts';
import { folderOf, nameOf, relativePath } from '../../workspace/paths.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { leadsTo, type StrayMarker, strayMarkers } from './marked-elsewhere.ts';

/** A section that claims a control which no mapping leads to. */
export const orphan = defineRule({
  id: 'evidence/orphan',
  kinds: ['control-mapping', 'model-card', 'dataset-card', 'impact-assessment'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'information',
  since: '0.1.0',
  summary: 'A document or code claims to evidence a control, and no entry of the mapping points there.',
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
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: ⟦src/*.py⟧
//- src/serve.py
def predict(features):
    # clausewright: A.6.2.8
    log(features)
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
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.8
    status: implemented
    evidence: src/*.py
//- src/serve.py
def predict(features):
    # clausewright: A.6.2.8
    log(features)
`,
  ],
  check(model, context) {
    if (model.kind === 'control-mapping') {
      for (const stray of strayMarkers(context)) reportMarker(stray, context);
      return;
    }
    const mapping = context.graph.mappingOf(context.document.path, systemAt(model.metadata)?.value.value);
    if (mapping === undefined) return;
    for (const { start, value } of textsAt(model.metadata, 'controls'))
      checkClaim(value.value, at(start, value), mapping, context);
    for (const { start, value } of model.body?.sections ?? [])
      for (const each of value.derive(claimsIn)) checkClaim(each.id, at(start, each), mapping, context);
  },
});

function checkClaim(
  id: string,
  span: Span,
  mapping: Stated<MappingFact>,
  { library, graph, document, root, report }: WorkspaceContext,
): void {
  const reference = library.resolve(id, mapping.data.framework);
  if (reference?.item === undefined) return;
  const qualified = reference.catalog.qualified(reference.item);
  const entries = graph
    .entries(qualified)
    .filter(({ path, data }) => path === mapping.path || isSame(data.system, mapping.data.system));
  const leads = entries.some(({ path, data }) =>
    data.evidence.some(each => leadsTo(document.path, each, path, root, graph)),
  );
  const entry = entries[0];
  if (leads || entry?.data.applicable === false) return;
  const here = relativePath(folderOf(mapping.path), document.path);
  report({
    at: span,
    what: `This text claims ${id}, but no entry of ${mapping.path} points to ${document.path}`,
    why: WHY,
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

/** Whether two mappings speak of one system; mappings without one stand alone. */
function isSame(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

function reportMarker({ at, marker }: StrayMarker, { library, report }: WorkspaceContext): void {
  const id = library.item(marker.data)?.item.id ?? marker.data;
  report({
    at,
    what: `A comment in ${marker.path} claims ${id}, but no entry of ${id} points to that file`,
    why: WHY,
    next: `Add ${nameOf(marker.path)} to the evidence of ${id}, or take the comment out`,
    controls: [marker.data],
    related: [{ path: marker.path, span: marker.span, message: `${id} is claimed here`, fact: marker.key }],
  });
}

const WHY =
  'An auditor follows the Statement of Applicability, and a claim that it does not lead to is never looked at (ISO/IEC 42001 clause 6.1.3)';
