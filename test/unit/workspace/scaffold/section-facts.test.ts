import { describe, expect, test } from 'vitest';
import { fixed } from '../../../support/fixes.ts';

const MAPPING = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, name: Credit scoring, owner: risk@example.org, role: provider, stage: operation }
controls: {}
`;

describe('what the repository already says', () => {
  test('results of model-index become a table', () => {
    const result = fixed(
      `---
model-index:
  - name: scoring
    results:
      - task: { type: text-classification, name: Routing }
        dataset: { type: tickets, name: Tickets | 2024, split: test }
        metrics:
          - { type: f1, value: 0.88, name: Macro F1 }
          - { type: accuracy }
---
# Scoring

Sorts tickets by topic.

## Evaluation

TODO
`,
      'MODEL_CARD.md',
      'Fill in what is known',
      /placeholder/,
    );
    expect(result.after).toContain(
      '| Task | Dataset | Metric | Value |\n|---|---|---|---|\n| Routing | Tickets \\| 2024 (test) | Macro F1 | 0.88 |\n\n<!-- from the front matter: model-index -->',
    );
    expect(result.after).not.toContain('accuracy |');
    expect(result.findings).toEqual([]);
  });

  test('the mapping of the system gives its owner, and hints in the comment', () => {
    const card = '# Scoring\n\nScores applications for credit.\n';
    const contact = fixed(`//- docs/MODEL_CARD.md\n${card}${MAPPING}`, '', 'Add the section "Contact"');
    expect(contact.after).toContain(
      '- **Contact:** risk@example.org <!-- from ../controls.yaml: system.owner -->',
    );
    const use = fixed(`//- docs/MODEL_CARD.md\n${card}${MAPPING}`, '', 'Add the section "Intended use"');
    expect(use.after).toContain(
      'Known: Role of the organisation: provider (from ../controls.yaml: system.role)\n-->',
    );
    expect(use.findings).toContain(
      'warning card/missing-section @"Intended use": The section "Intended use" is empty',
    );
  });

  test('sections of other documents of the same system are linked, those of another are not', () => {
    const card = '# Scoring\n\nScores applications for credit.\n';
    const data = (system: string, body: string): string =>
      `//- data/DATASET_CARD.md\n---\nsystem: ${system}\n---\n# Applications\n\n## Source data\n\n${body}\n`;
    const own = fixed(
      `//- MODEL_CARD.md\n${card}${MAPPING}${data('scoring', 'Applications of 2024.')}`,
      '',
      'Add the section "Training data"',
    );
    expect(own.after).toContain('See the dataset card, [Source data](data/DATASET_CARD.md#source-data).');
    const unfilled = fixed(
      `//- MODEL_CARD.md\n${card}${MAPPING}${data('scoring', 'TODO')}`,
      '',
      'Add the section "Training data"',
    );
    expect(unfilled.after).not.toContain('DATASET_CARD');
    const other = fixed(
      `//- MODEL_CARD.md\n${card}${MAPPING}${data('routing', 'Tickets of 2024.')}`,
      '',
      'Add the section "Training data"',
    );
    expect(other.after).not.toContain('DATASET_CARD');
  });

  test('placeholders and values that could end a comment are not carried on', () => {
    const result = fixed(
      `---
license: "[More Information Needed]"
metrics: ["--> f1"]
---
# Scoring

Scores applications for credit.
`,
      'MODEL_CARD.md',
      'Add the section "Evaluation"',
    );
    expect(result.after.match(/-->/g)).toHaveLength(2); // the front matter's own, and the end of the comment
    expect(result.after).not.toContain('- **License:**');
  });
});
