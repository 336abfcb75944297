import { folderOf, foldersUp, inFolder, nameOf } from '../../workspace/paths.ts';
import { defineRule } from '../define.ts';
import { datasetCard } from './dataset-card.ts';

/** A dataset of this repository that nobody has documented. */
export const datasetWithoutCard = defineRule({
  id: 'crossdoc/dataset-without-card',
  kinds: ['model-card'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'information',
  since: '0.1.0',
  summary:
    'A dataset named in the card lies in this repository, or among documented ones, and has no dataset card.',
  why: 'ISO/IEC 42001 A.4.3 and A.7.5 ask for a record of each data resource and where it comes from.',
  clauses: ['iso-42001:A.4.3', 'iso-42001:A.7.5'],
  bad: [
    `//- MODEL_CARD.md
---
license: apache-2.0
datasets: [⟦loan-history⟧]
---
# Scoring model
//- data/loan-history/train.csv
id,amount
//- clausewright.yaml
rules: { card: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: apache-2.0
datasets: [imdb, stanfordnlp/sst2]
---
# Sentiment model
//- clausewright.yaml
rules: { card: off }
`,
  ],
  check(_, { document, graph, report }) {
    for (const dataset of graph.datasets(document.path)) {
      if (datasetCard(dataset.data, graph) !== undefined) continue;
      const name = nameOf(dataset.data);
      const folder = foldersUp(folderOf(document.path))
        .flatMap(up =>
          ['data', 'datasets', ''].map(each => inFolder(each === '' ? up : inFolder(up, each), name)),
        )
        .find(each => graph.hasFolder(each));
      if (folder === undefined) continue;
      report({
        at: dataset.span,
        what: `The dataset ${dataset.data} lies in ${folder}/ and has no dataset card`,
        why: 'Each data resource is to be recorded with its origin (ISO/IEC 42001 A.4.3, A.7.5)',
        next: `Add a DATASET_CARD.md to ${folder}/`,
        controls: ['iso-42001:A.4.3', 'iso-42001:A.7.5'],
      });
    }
  },
});
