import { systemAt, textAt } from '../../model/sectioned.ts';
import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';

/** An assessment of another version than the card describes. */
export const version = defineRule({
  id: 'crossdoc/version',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary:
    'The assessment covers another version of the system, or another model, than its model card describes.',
  why: 'ISO/IEC 42001 clause 8.4 asks for an impact assessment at planned intervals and when significant changes occur.',
  clauses: ['iso-42001:8.4', 'iso-42001:A.5.2'],
  bad: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
version: ⟦"1.4"⟧
---
# Impact assessment
//- MODEL_CARD.md
---
license: mit
system: scoring
version: "2.0"
---
# Scoring model
//- clausewright.yaml
rules: { card: off, assessment: off }
`,
  ],
  good: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
version: "2.0"
---
# Impact assessment
//- MODEL_CARD.md
---
license: mit
system: scoring
version: v2.0
---
# Scoring model
//- clausewright.yaml
rules: { card: off, assessment: off }
`,
  ],
  check(model, { document, graph, report }) {
    const system = systemAt(model.metadata)?.value.value;
    for (const [key, name] of COMPARED) {
      const field = textAt(model.metadata, key);
      if (field === undefined) continue;
      for (const peer of graph.peers(document.path, system)) {
        const other = graph.card(peer)?.kind === 'model-card' ? graph.stated(key, peer) : undefined;
        if (other === undefined || plain(other.data) === plain(field.value.value)) continue;
        report({
          at: at(field.start, field.value),
          what: `This assessment covers ${name} ${field.value.value}, and ${peer} describes ${name} ${other.data}`,
          why: 'An impact assessment is due when the system changes significantly (ISO/IEC 42001 clause 8.4)',
          next: `Look at what has changed: assess it again, or note why the result still holds and set the ${name}`,
          controls: ['iso-42001:A.5.2'],
          related: [
            {
              path: peer,
              span: other.span,
              message: `The ${name} ${other.data} stands here`,
              fact: other.key,
            },
          ],
        });
      }
    }
  },
});

/** What an assessment and a card both state, with what people call it. */
const COMPARED = [
  ['version', 'version'],
  ['model_name', 'model'],
] as const;

function plain(text: string): string {
  let version = text
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '');
  while (version.endsWith('.0')) version = version.slice(0, -2);
  return version;
}
