import { textAt, textsAt } from '../../model/sectioned.ts';
import { at } from '../../text/span.ts';
import type { Stated } from '../../workspace/facts.ts';
import type { Graph } from '../../workspace/graph.ts';
import { folderOf, inFolder, nameOf } from '../../workspace/paths.ts';
import { defineRule } from '../define.ts';
import { datasetCard } from './dataset-card.ts';

/** Licences that forbid commercial use, or forbid passing on what was changed. */
const NARROW = /(?:^|-)n[cd](?:-|$)|non-?commercial|research/i;

/** A card that gives more freedom than the data it was trained on. */
export const datasetTerms = defineRule({
  id: 'crossdoc/dataset-terms',
  kinds: ['model-card'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'A dataset or base model named in the card has narrower terms than the model.',
  why: 'ISO/IEC 42001 A.7.3 asks how data was acquired and on which terms; a model that is freer than its data passes on rights that nobody gave.',
  clauses: ['iso-42001:A.7.3', 'iso-42001:A.7.5'],
  bad: [
    `//- MODEL_CARD.md
---
license: apache-2.0
datasets: [⟦loan-history⟧]
---
# Scoring model
//- data/DATASET_CARD.md
---
pretty_name: loan-history
license: cc-by-nc-4.0
task_categories: [tabular-classification]
---
# Loan history
//- clausewright.yaml
rules: { card: off }
`,
    `//- models/ranker/MODEL_CARD.md
---
license: apache-2.0
base_model: ⟦example/encoder⟧
---
# Ranker
//- models/encoder/MODEL_CARD.md
---
license: cc-by-nc-4.0
---
# Encoder
//- clausewright.yaml
rules: { card: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: cc-by-nc-4.0
datasets: [loan-history]
---
# Scoring model
//- data/DATASET_CARD.md
---
pretty_name: loan-history
license: cc-by-nc-4.0
task_categories: [tabular-classification]
---
# Loan history
//- clausewright.yaml
rules: { card: off }
`,
  ],
  check(model, { document, graph, report }) {
    const own = textAt(model.metadata, 'license')?.value.value;
    if (own === undefined || NARROW.test(own) || /^(?:other|unknown)$/i.test(own)) return;
    for (const dataset of graph.datasets(document.path)) {
      const card = datasetCard(dataset.data, graph);
      const terms = card === undefined ? undefined : graph.stated('license', card);
      if (terms === undefined || !NARROW.test(terms.data)) continue;
      report({
        at: dataset.span,
        what: `The model is under ${own}, and its dataset ${dataset.data} under ${terms.data}`,
        why: 'A model that is freer than its data passes on rights that nobody gave (ISO/IEC 42001 A.7.3)',
        next: 'Check the terms of the data, and narrow the licence of the model or replace the data',
        controls: ['iso-42001:A.7.3'],
        related: [{ path: terms.path, span: terms.span, message: `The dataset's licence`, fact: terms.key }],
      });
    }
    for (const { start, value } of textsAt(model.metadata, 'base_model')) {
      const terms = baseModelTerms(value.value, document.path, graph);
      if (terms === undefined || !NARROW.test(terms.data)) continue;
      report({
        at: at(start, value),
        what: `The model is under ${own}, and its base model ${value.value} under ${terms.data}`,
        why: 'A model that is freer than the one it was made from passes on rights that nobody gave (ISO/IEC 42001 A.10.3)',
        next: 'Check the terms of the base model, and narrow the licence or take another base',
        controls: ['iso-42001:A.10.3'],
        related: [
          { path: terms.path, span: terms.span, message: "The base model's licence", fact: terms.key },
        ],
      });
    }
  },
});

/** The licence of a base model whose card lies in this repository, in a folder of its name. */
function baseModelTerms(name: string, path: string, graph: Graph): Stated<string> | undefined {
  const folder = nameOf(name);
  const near = [folder, inFolder('models', folder), inFolder(folderOf(folderOf(path)), folder)];
  for (const each of new Set(near)) {
    for (const card of ['MODEL_CARD.md', 'README.md', 'model_card.md', 'model-card.md']) {
      const found = inFolder(each, card);
      const terms = found === path ? undefined : graph.stated('license', found);
      if (terms !== undefined) return terms;
    }
  }
  return undefined;
}
