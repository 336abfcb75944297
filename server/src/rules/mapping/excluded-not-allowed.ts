import { scopeFor } from '../../catalog/scope.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { defineRule } from '../define.ts';
import { nameOfFramework } from '../wording.ts';
import { resolvedEntries } from './resolved.ts';

/** An exclusion from a framework that has none. */
export const excludedNotAllowed = defineRule({
  id: 'mapping/excluded-not-allowed',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary: 'An item of a framework without exclusions is excluded, though it is in scope for the system.',
  why: 'In a HITRUST assessment each applicable requirement is answered and tested; a justification does not take one out. ISO/IEC 42001 clause 6.1.3, which lets controls be excluded with a reason, speaks of its own Annex A only.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `clausewright: control-mapping/1
system: { id: claims, owner: jane@example.org, modelType: predictive }
framework: hitrust-ai
controls:
  - id: ⟦HT-03⟧
    applicable: false
    justification: We do not have time for it.
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: claims, owner: jane@example.org, modelType: predictive }
framework: hitrust-ai
controls:
  - id: HT-03
    status: planned
  - id: HT-25 # concerns generative models only
    applicable: false
    justification: The model predicts and generates nothing.
`,
    `clausewright: control-mapping/1
system: { id: claims, owner: jane@example.org }
controls:
  - id: A.10.4
    applicable: false
    justification: No customer receives the system; internal use only.
`,
  ],
  check(_, context) {
    const { document, graph, report } = context;
    const traits = graph.mapping(document.path)?.data;
    if (traits === undefined) return;
    for (const { start, entry, reference, qualified } of context.derive(resolvedEntries)) {
      if (entry.faulty || entry.applicable?.value !== false || entry.id === undefined) continue;
      if (reference?.item === undefined || qualified === undefined) continue;
      const { catalog, item } = reference;
      if (catalog.data.exclusions !== false || !catalog.isControl(item)) continue;
      if (!scopeFor(catalog, item, traits).inScope) continue;
      const applicable = entry.fields.get('applicable');
      report({
        at: at(start, entry.id),
        what: `${entry.id.value} (${item.title}) is excluded, and ${nameOfFramework(catalog)} has no exclusions`,
        why: 'Each requirement that applies to the system is answered and tested; a justification does not take one out',
        next: 'Give it a status and evidence; it counts as not answered meanwhile',
        controls: [qualified],
        fixes:
          applicable === undefined || entry.fields.has('status')
            ? []
            : [
                {
                  title: `Answer ${item.id}: "status: planned" in the place of "applicable: false"`,
                  kind: 'assist',
                  change: () => [
                    editFile(document.path, { span: at(start, applicable), text: 'status: planned' }),
                  ],
                },
              ],
      });
    }
  },
});
