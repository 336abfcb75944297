/** The text below the front matter in examples whose point is in the metadata. */
export const CARD_TEXT = `# Scoring model

A model that scores loan applications for the retail bank.
`;

/** The start of a result in \`model-index\`, up to its metrics. */
export const RESULT_HEAD = `model-index:
  - name: scoring
    results:
      - task:
          type: tabular-classification
        dataset:
          type: loans
          name: Loans 2024
`;
