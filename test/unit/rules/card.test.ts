import { describe, expect, test } from 'vitest';
import { findingsOf, fixed } from '../../support/fixes.ts';

const CARD = 'MODEL_CARD.md';
const OWN = /^card\//;

describe('card/missing-section', () => {
  test('a bare card gets one finding for each expected section, and one for what is merely usual', () => {
    const found = findingsOf('# Router\n\nSorts tickets into twelve queues by topic.\n', CARD, OWN);
    expect(found).toEqual([
      'warning card/missing-section @"Router": The model card has no section "Intended use"',
      'warning card/missing-section @"Router": The model card has no section "Training data"',
      'warning card/missing-section @"Router": The model card has no section "Evaluation"',
      'information card/missing-section @"Router": The model card has no section on 4 subjects: "Out-of-scope use", "Training procedure", "Fairness and bias" and "License"',
      'information card/no-contact @"Router": The model card names nobody to turn to: no address, no link for issues or discussions',
      'warning card/no-limitations @"Router": The model card names no limitation of the model',
    ]);
  });

  test('without a title the finding stands at the front matter', () => {
    const [first] = findingsOf('---\nlicense: mit\nlanguage: en\n---\nSorts tickets.\n', CARD, OWN);
    expect(first).toContain('@"---"');
  });

  test('configuration can leave out what is merely usual, and a lower severity stays lower', () => {
    const off = `//- ${CARD}\n# Router\n\nSorts tickets into twelve queues by topic.\n//- clausewright.yaml\nrules:\n  card/missing-section: { severity: hint, options: { recommended: false } }\n`;
    const found = findingsOf(off, CARD, /missing-section/);
    expect(found).toHaveLength(3);
    expect(found.every(each => each.startsWith('hint '))).toBe(true);
  });

  test('a heading for two subjects, a labelled value, a table of results and front matter answer', () => {
    const found = findingsOf(
      `---
license: mit
---
# Router

Sorts tickets into twelve queues by topic.

## Intended and out-of-scope use

English tickets of the help desk.

## Performance, limitations & bias

| Split | Accuracy |
|---|---|
| test | 0.91 ± 0.01 |

- **Training data:** 40,000 tickets of 2024
- **Contact:** platform@example.org

## Training procedure

A linear model.
`,
      CARD,
      OWN,
    );
    expect(found).toEqual([]);
  });

  test.each([
    ['', 'The section "Limitations" is empty'],
    ['<!-- What does it get wrong? -->\n', 'The section "Limitations" is empty'],
    ['N/A.\n', 'The section "Limitations" says only "N/A"'],
  ])('a section that holds %j says nothing', (body, message) => {
    const found = findingsOf(`# Router\n\n## Limitations\n\n${body}\n## License\n\nMIT\n`, CARD, OWN);
    expect(found).toContain(`warning card/no-limitations @"Limitations": ${message}`);
  });

  test('one section that stands for two concepts is one finding', () => {
    const found = findingsOf('# Router\n\n## Limitations and bias\n\n## License\n\nMIT\n', CARD, OWN);
    expect(found.filter(each => each.includes('@"Limitations and bias"'))).toHaveLength(1);
  });

  test.each(['templates/model_card.md', 'model-card-template.md'])('%s is meant to be unfilled', path => {
    expect(findingsOf('# {{ name }}\n\n## License\n\nTODO\n', path, OWN)).toEqual([]);
  });

  test('a README that is no card is left alone', () => {
    expect(findingsOf('# Router\n\n## Usage\n\nTODO\n', 'README.md')).toEqual([]);
  });
});

describe('fixes of card/missing-section', () => {
  test('the section goes to its place, unfilled, and is then reported as empty', () => {
    const result = fixed(
      '# Router\n\nSorts tickets into queues.\n\n## Intended use\n\nTickets.\n\n## License\n\nMIT\n',
      CARD,
      'Add the section "Limitations"',
      OWN,
    );
    expect(result.after).toContain('Tickets.\n\n## Limitations\n\n<!--\nTo be written.');
    expect(result.after).toContain('-->\n\n## License\n\nMIT\n');
    expect(result.after.replace(result.inserted ?? '', '')).toBe(result.before);
    expect(result.findings).toContain(
      'warning card/no-limitations @"Limitations": The section "Limitations" is empty',
    );
    expect(result.findings.some(each => each.startsWith('warning card/placeholder'))).toBe(false);
  });

  test('what the front matter says is filled in with its source, and answers', () => {
    const card = `---
datasets: [squad, adversarial_qa]
metrics: [f1]
---
# Router

Answers questions about a text.
`;
    const data = fixed(card, CARD, 'Add the section "Training data"', OWN);
    expect(data.after).toContain(
      '- **Datasets:** squad, adversarial_qa <!-- from the front matter: datasets -->',
    );
    const result = fixed(card, CARD, 'Add all 3 missing sections', OWN);
    expect(result.after).toContain('Known: Metrics: f1 (from the front matter: metrics)');
    expect(result.findings.map(each => each.split(': ')[0])).toEqual([
      'information card/missing-section @"Router"',
      'information card/no-contact @"Router"',
      'warning card/missing-section @"Intended use"',
      'warning card/no-limitations @"Limitations"',
      'warning card/missing-section @"Evaluation"',
    ]);
  });

  test('data sets that the front matter names make their section a recommendation, not so at high risk', () => {
    const card = '---\ndatasets: [squad]\n---\n# Router\n\nAnswers questions about a text.\n';
    const about = (rest: string): readonly string[] =>
      findingsOf(`//- ${CARD}\n${card}${rest}`, CARD, /missing-section/).filter(each =>
        each.includes('"Training data"'),
      );
    expect(about('').map(each => each.split(' ')[0])).toEqual(['information']);
    const mapping =
      '//- controls.yaml\nclausewright: control-mapping/1\nsystem: { id: a, owner: jane@example.org, riskClass: high }\ncontrols:\n  - id: A.6.2.4\n    status: planned\n';
    expect(about(mapping).map(each => each.split(' ')[0])).toEqual(['warning']);
  });

  test('line ends, and a last line without one, stay as they are', () => {
    const result = fixed('# Router\r\n\r\nSorts tickets into queues.', CARD, 'Add all 4', OWN);
    expect(result.after.startsWith(`${result.before}\r\n\r\n## Intended use\r\n\r\n<!--\r\n`)).toBe(true);
    expect(result.after).not.toMatch(/[^\r]\n/);
    expect(result.after.endsWith('-->')).toBe(true);
  });

  test('a code block that was left open is closed first', () => {
    const result = fixed('# Router\n\nSorts tickets into queues.\n\n```sh\nrun\n', CARD, 'Add all 4', OWN);
    expect(result.after).toContain('```sh\nrun\n```\n\n## Intended use\n');
    expect(result.findings).toContain(
      'warning card/no-limitations @"Limitations": The section "Limitations" is empty',
    );
  });

  test('"N/A" gives way to the questions', () => {
    const result = fixed(
      '# Router\n\n## Limitations\n\nN/A\n\n## License\n\nMIT\n',
      CARD,
      'Put the questions',
    );
    expect(result.after).toMatch(/## Limitations\n\n<!--\nTo be written\.[\s\S]*-->\n\n## License\n\nMIT\n$/);
  });
});

describe('card/placeholder', () => {
  test('placeholders of one section are one finding', () => {
    const found = findingsOf(
      '# Router\n\n## Model details\n\n- **Developed by:** [More Information Needed]\n- **Funded by:** TBD\n\n## License\n\nTODO\n',
      CARD,
      /placeholder/,
    );
    expect(found).toEqual([
      'warning card/placeholder @"[More Information Needed]": "[More Information Needed]" and 1 more placeholder in "Model details" wait for an answer',
      'warning card/placeholder @"TODO": "TODO" is a placeholder in "License"',
    ]);
  });

  test('a card that is still a form in most places is one finding', () => {
    const sections = Array.from(
      { length: 12 },
      (_, index) => `## Part ${index}\n\n[More Information Needed]\n`,
    );
    const written = '## Overview\n\nSorts tickets.\n\n## License\n\nMIT License\n';
    const found = findingsOf(`# Router\n\n${written}\n${sections.join('\n')}`, CARD, /placeholder|template/);
    expect(found).toEqual([
      'warning card/placeholder @"[More Information Needed]": 12 sections of this model card still hold placeholders, 12 in all, such as "[More Information Needed]"',
    ]);
  });

  test('a value in code is an answer, and an empty link label is no gap', () => {
    const found = findingsOf(
      '# Router\n\nSorts tickets.\n\n- **Base model:** `bert-base`\n- **Paper:**\n- **Demo:**\n',
      CARD,
      /placeholder/,
    );
    expect(found).toEqual([]);
  });

  test('the fix fills a label from the front matter and puts questions where nothing is known', () => {
    const result = fixed(
      '---\nlicense: apache-2.0\n---\n# Router\n\n## License\n\n- **License:** [More Information Needed]\n\n## Limitations\n\nTODO\n',
      CARD,
      'Fill in what is known',
      /placeholder/,
    );
    expect(result.after).toContain('- **License:** apache-2.0 <!-- from the front matter: license -->\n');
    expect(result.findings).toEqual([
      'warning card/placeholder @"TODO": "TODO" is a placeholder in "Limitations"',
    ]);
  });
});
