import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../support/fixes.ts';

const CARD = 'MODEL_CARD.md';

/** A mapping of one system with these traits, as another file of the fixture. */
function mapping(traits: string, controls = '  - id: A.6.2.4\n    status: planned\n'): string {
  return `//- controls.yaml\nclausewright: control-mapping/1\nsystem: { id: routing, owner: jane@example.org${traits} }\ncontrols:\n${controls}`;
}

/** The findings of rules on the body of a card: `severity rule @"text": message`. */
function found(card: string, rest = '', rules = /^card\//): readonly string[] {
  return findingsOf(`//- ${CARD}\n${card}${rest}`, CARD, rules);
}

const FULL = `# Router

Sorts tickets into twelve queues by topic.

## Intended use

Tickets of the help desk.

## Limitations

Short tickets.

## Training data

40,000 tickets.

## Training procedure

A linear model.

## Evaluation

Accuracy of 0.9 on 6,912 tickets of September.

## License

MIT License
`;

describe('results by group and the section on fairness', () => {
  const HIGH = mapping(', role: provider, riskClass: high');
  const rules = /no-slice|card\/placeholder|Fairness/;
  const shown = (card: string, rest = ''): readonly string[] =>
    found(card, HIGH + rest)
      .filter(each => rules.test(each))
      .map(each => each.replace(/:.*(?="Fair)|: The res.*/, ''));
  const fair = (text: string): string => `${FULL}\n## Fairness and bias\n${text}`;

  test('no section on fairness, or an empty or unfinished one, stands for results by group', () => {
    const absent = shown(FULL);
    expect(absent).toEqual(['warning card/missing-section @"Router""Fairness and bias"']);
    expect(shown(fair(''))).toEqual([
      'warning card/missing-section @"Fairness and bias""Fairness and bias" is empty',
    ]);
    expect(shown(fair('\nTODO\n')).map(each => each.split(' ')[1])).toEqual(['card/placeholder']);
  });

  test('results by group are asked for where the section is there, or its absence is no finding', () => {
    const slices = ['warning card/no-slice-results @"Evaluation"'];
    expect(shown(fair('\nTickets in other languages go to people.\n'))).toEqual(slices);
    expect(shown(FULL, '//- clausewright.yaml\nrules: { card/missing-section: off }\n')).toEqual(slices);
    const reason = '<!-- clausewright-disable-next-line card/missing-section: known -->\n';
    expect(shown(reason + FULL).filter(each => each.includes('no-slice'))).toEqual(slices);
  });
});

describe('what is expected follows from the system', () => {
  test('nothing is known of the system: the rest is information', () => {
    expect(found(FULL, '', /missing-section|no-contact/).map(each => each.split(' ')[0])).toEqual([
      'information',
      'information',
    ]);
  });

  test('a high-risk system: what the law asks of it is a warning, with the reason', () => {
    const all = found(FULL, mapping(', role: provider, riskClass: high'), /missing-section|no-contact/);
    expect(all).toEqual([
      'warning card/missing-section @"Router": The model card has no section "Out-of-scope use"',
      'warning card/missing-section @"Router": The model card has no section "Fairness and bias"',
      'warning card/missing-section @"Router": The model card has no section "Human oversight"',
      'information card/missing-section @"Router": The model card has no section "Monitoring"',
      'warning card/no-contact @"Router": The model card names nobody to turn to: no address, no link for issues or discussions',
    ]);
  });

  test('an organisation that deploys the model of somebody else need not know its training data', () => {
    const bare = '# Router\n\nSorts tickets into twelve queues by topic.\n';
    const severity = (traits: string): string | undefined =>
      found(bare, mapping(traits), /missing-section/).find(each => each.includes('Training data'));
    expect(severity(', role: provider')).toMatch(/^warning /);
    expect(severity(', role: deployer')).toMatch(/^information .*"Third parties"/);
  });
});

describe('one gap is one finding', () => {
  test('an empty section for limits and fairness is told once, by the rule on limits', () => {
    const card = FULL.replace('## Limitations\n\nShort tickets.', '## Limitations and bias\n');
    expect(found(card).filter(each => each.includes('Limitations and bias'))).toEqual([
      'warning card/no-limitations @"Limitations and bias": The section "Limitations and bias" is empty',
    ]);
  });

  test('a template that nobody filled in is one finding and nothing else', () => {
    const headings = [
      'Model details',
      'Intended use',
      'Limitations',
      'Training data',
      'Evaluation',
      'Contact',
    ];
    const card = `---\nlicense: mit\n---\n# Router\n\n${headings.map(each => `## ${each}\n\n[More Information Needed]\n`).join('\n')}`;
    expect(found(card)).toEqual([
      'warning card/template-not-filled @"Router": This model card is a template that was not filled in: 6 of its 6 sections hold no text, from "Model details" on',
    ]);
  });

  test('two sections written are a beginning', () => {
    const headings = ['Limitations', 'Training data', 'Evaluation', 'Contact', 'License'];
    const card = `# Router\n\n## Overview\n\nSorts tickets into twelve queues by topic.\n\n## Intended use\n\nTickets.\n\n${headings.map(each => `## ${each}\n\nTODO\n`).join('\n')}`;
    expect(found(card).every(each => !each.includes('template-not-filled'))).toBe(true);
    expect(found(card, '', /placeholder/)).toHaveLength(5);
  });
});

describe('what stands in the text without a heading answers', () => {
  const lacks = (body: string, subject: string): boolean =>
    found(`# Router\n\nSorts tickets into twelve queues by topic. ${body}\n`).some(each =>
      each.includes(subject),
    );

  test.each([
    ['It was trained on 40,000 tickets of 2024.', 'Training data'],
    ['The training data come from the help desk.', 'Training data'],
    ['| Model | Training data |\n|---|---|\n| large | tickets |'.replace(/^/, '\n\n'), 'Training data'],
    ['It is intended for the internal help desk.', 'Intended use'],
    ['It reaches an accuracy of 0.91.', 'Evaluation'],
    ['It does not handle Dutch.', 'no-limitations'],
    ['Write to jane@example.org.', 'no-contact'],
    ['It is released under the MIT License.', '"License"'],
  ])('%j', (body, subject) => {
    expect([lacks('', subject), lacks(body, subject)]).toEqual([true, false]);
  });

  test('but a heading that was left empty stays a gap', () => {
    expect(found('# Router\n\nIt does not handle Dutch.\n\n## Limitations\n\n## License\n\nMIT\n')).toContain(
      'warning card/no-limitations @"Limitations": The section "Limitations" is empty',
    );
  });
});

describe('card/base-model-without-supplier-evidence', () => {
  const card = '---\nbase_model: northwind/atlas-7b\n---\n# Router\n\nSorts tickets.\n';
  const told = (controls: string, rest = ''): number =>
    found(card, `${mapping('', controls)}${rest}`, /supplier-evidence/).length;

  test.each<[string, string, string, number]>([
    [
      'no entry: the mapping tells that with the others that have none',
      '  - id: A.6.2.4\n    status: planned\n',
      '',
      0,
    ],
    ['a planned entry', '  - id: A.10.3\n    status: planned\n', '', 0],
    [
      'an entry without evidence is a finding in the mapping',
      '  - id: A.10.3\n    status: implemented\n',
      '',
      0,
    ],
    [
      'a link outside may say anything',
      '  - id: A.10.3\n    status: implemented\n    evidence: https://example.org/x\n',
      '',
      0,
    ],
    [
      'a file that is not there',
      '  - id: A.10.3\n    status: implemented\n    evidence: docs/x.pdf\n',
      '',
      0,
    ],
    [
      'a file on something else',
      '  - id: A.10.3\n    status: implemented\n    evidence: docs/x.md\n',
      '//- docs/x.md\n# Tickets\n\nBought.\n',
      1,
    ],
    [
      'a file that names the family',
      '  - id: A.10.3\n    status: implemented\n    evidence: docs/x.md\n',
      '//- docs/x.md\n# Models\n\nAtlas is pinned.\n',
      0,
    ],
  ])('%s', (_, controls, rest, count) => expect(told(controls, rest)).toBe(count));

  test('the finding goes when the evidence is written', () => {
    const rest = (text: string): string =>
      `${mapping('', '  - id: A.10.3\n    status: implemented\n    evidence: docs/x.md\n')}//- docs/x.md\n# X\n\n${text}\n`;
    expect(found(card, rest('Bought.'), /supplier/)).toHaveLength(1);
    expect(found(card, rest('Atlas 7B at revision 3.'), /supplier/)).toHaveLength(0);
  });
});
