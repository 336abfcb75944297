import { systemAt } from '../../model/sectioned.ts';
import { defineRule } from '../define.ts';

/** Personal data that one document denies and another declares. */
export const personalData = defineRule({
  id: 'crossdoc/personal-data',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'A document says that no personal data is used, and another of the same system says that it is.',
  why: 'ISO/IEC 42001 A.7.2 and A.5.4 build on knowing whether people are in the data; with two answers, neither can be relied on.',
  clauses: ['iso-42001:A.5.4', 'iso-42001:A.7.2'],
  bad: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring model

⟦The data contains no personal data⟧.
//- DATASET_CARD.md
---
pretty_name: loans
task_categories: [tabular-classification]
system: scoring
---
# Loans

The dataset contains personal data of loan applicants.
//- clausewright.yaml
rules: { card: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring model

The data contains no personal data.
//- DATASET_CARD.md
---
pretty_name: loans
task_categories: [tabular-classification]
system: scoring
---
# Loans

The dataset does not contain personal data.
//- clausewright.yaml
rules: { card: off }
`,
  ],
  check(model, { document, graph, report }) {
    const denials = graph.personalData(document.path).filter(each => !each.data);
    if (denials.length === 0) return;
    const peers = graph.peers(document.path, systemAt(model.metadata)?.value.value);
    const declared = peers.flatMap(peer => graph.personalData(peer).filter(each => each.data))[0];
    const denial = denials[0];
    if (declared === undefined || denial === undefined) return;
    report({
      at: denial.span,
      what: `"${document.source.slice(denial.span)}", but ${declared.path} says that there is personal data`,
      why: 'Impacts on people can only be assessed when it is known whether they are in the data (ISO/IEC 42001 A.5.4)',
      next: 'Find out which is right and say the same in both; if they speak of different data, say which',
      controls: ['iso-42001:A.5.4', 'iso-42001:A.7.2'],
      related: [
        {
          path: declared.path,
          span: declared.span,
          message: 'Personal data is declared here',
          fact: declared.key,
        },
      ],
    });
  },
});
