import { describe, expect, test } from 'vitest';
import { CARD, checkChosen, checkCompletions, checkLabels, HEAD } from './fixtures.ts';

const MAPPING = (entries: string): string => `${HEAD}controls:\n${entries}`;
/** Files around a mapping, for evidence. */
const FILES = `${CARD}//- reports/fairness.junit.xml
<testsuite/>
//- reports/deep/x.csv
1
//- src/train.py
1
//- clausewright.yaml
root: true
`;

describe('evidence', () => {
  const inMapping = (path: string, entry: string): string => `//- ${path}\n${MAPPING(entry)}${FILES}`;
  test('likely sections come first, then files and folders by step', () => {
    const found = checkCompletions(
      inMapping('controls.yaml', '  - id: A.6.2.4\n    evidence:\n      - $0\n'),
    );
    expect(found.slice(0, 4).map(each => [each.label, each.detail])).toEqual([
      ['docs/MODEL_CARD.md#evaluation', 'Evaluation · holds real text'],
      ['path', 'missing · text'],
      ['url', 'text'],
      ['ticket', 'text'],
    ]);
    const labels = found.map(each => each.label);
    expect(labels).toEqual(expect.arrayContaining(['docs/', 'reports/', 'src/', 'clausewright.yaml']));
    expect(labels).not.toContain('controls.yaml');
    expect(labels).not.toContain('deep/');
  });
  test('a folder shows what lies in it', () => {
    const found = checkCompletions(inMapping('controls.yaml', '  - id: A.6.2.4\n    evidence: reports/$0\n'));
    expect(found.map(each => [each.label, each.kind])).toEqual([
      ['fairness.junit.xml', 'file'],
      ['deep/', 'folder'],
    ]);
  });
  test.each([
    ['a folder', 'controls.yaml', '- re$0', 'reports/', '- reports/'],
    ['a file in it', 'controls.yaml', '- reports/fa$0', 'fairness.junit.xml', '- reports/fairness.junit.xml'],
    ['from a subfolder', 'docs/controls.yaml', '- ../$0', 'reports/', '- ../reports/'],
    ['up', 'docs/controls.yaml', '- $0', '../', '- ../'],
    ['from the root', 'docs/controls.yaml', '- /rep$0', 'reports/', '- /reports/'],
    ['quoted', 'controls.yaml', '- "reports/$0"', 'fairness.junit.xml', '- "reports/fairness.junit.xml"'],
    [
      'as path',
      'controls.yaml',
      '- path: reports/$0',
      'fairness.junit.xml',
      '- path: reports/fairness.junit.xml',
    ],
    [
      'headings',
      'controls.yaml',
      '- docs/MODEL_CARD.md#$0',
      '#training-data',
      '- docs/MODEL_CARD.md#training-data',
    ],
    [
      'headings, half-typed',
      'controls.yaml',
      '- docs/MODEL_CARD.md#tra$0',
      '#training-data',
      '- docs/MODEL_CARD.md#training-data',
    ],
  ])('%s', (_, path, before, label, after) => {
    const entry = (line: string): string => `  - id: A.6.2.4\n    evidence:\n      ${line}\n`;
    expect(checkChosen(inMapping(path, entry(before)), label)).toBe(MAPPING(entry(after)));
  });
  test('behind # the headings that fit the control come first', () => {
    const found = checkCompletions(
      inMapping('controls.yaml', '  - id: A.7.5\n    evidence: docs/MODEL_CARD.md#$0\n'),
    );
    expect(found.map(each => each.label)).toEqual([
      '#data-lineage',
      '#credit-model',
      '#evaluation',
      '#training-data',
    ]);
    expect(found[0]?.detail).toBe('Data lineage · can evidence it');
  });
  test('no path leads out of the workspace', () =>
    expect(checkLabels(inMapping('controls.yaml', '  - id: A.7.5\n    evidence: ../$0\n'))).toEqual([]));
});

describe('front matter', () => {
  test.each([
    ['keys of a model card', '---\nlicense: mit\n$0\n---\n# C\n\ntext\n', 'MODEL_CARD.md', 'library_name'],
    ['half-typed', '---\nlicense: mit\npipe$0\n---\n# C\n\ntext\n', 'MODEL_CARD.md', 'pipeline_tag'],
    ['values', '---\nlicense: $0\nlibrary_name: x\n---\n# C\n\ntext\n', 'MODEL_CARD.md', 'apache-2.0'],
    [
      'list values',
      '---\npretty_name: x\nsize_categories:\n  - $0\n---\n# C\n\ntext\n',
      'DATASET_CARD.md',
      '1K<n<10K',
    ],
    ['unclosed', '---\nlicense: mit\nlibr$0\n', 'docs/MODEL_CARD.md', 'library_name'],
    ['assessment keys', '---\nclausewright: impact-assessment/1\n$0\n---\n# A\n', 'a.md', 'assessor'],
    [
      'assessment values',
      '---\nclausewright: impact-assessment/1\nstatus: $0\n---\n# A\n',
      'a.md',
      'in-review',
    ],
    [
      'sections of an assessment in YAML',
      'clausewright: impact-assessment/1\nsystem: x\nha$0\n',
      'a.yaml',
      'harms',
    ],
  ])('%s', (_, text, path, label) => expect(checkLabels(text, path)).toContain(label));
  test('systems of the workspace', () =>
    expect(
      checkLabels(
        `//- MODEL_CARD.md\n---\nlicense: mit\nsystem: $0\n---\n# C\n//- controls.yaml\n${MAPPING('  - id: A.5.2\n    status: planned\n')}`,
      ),
    ).toEqual(['scoring']));
  test('values with a special character are quoted', () =>
    expect(
      checkChosen(
        '---\nlanguage: en\nlicense: mit\npretty_name: x\nsize_categories: $0\n---\n# C\n\ntext\n',
        'n<1K',
        'DATASET_CARD.md',
      ),
    ).toContain('size_categories: n<1K\n'));
});

describe('sections', () => {
  const card = (body: string): string =>
    `# Credit model\n\nScores.\n\n## Model details\n\nA tree.\n\n${body}\n\n## Evaluation\n\nGood.\n`;
  test('missing ones, the conventional next first, with guidance', () => {
    const found = checkCompletions(card('#$0'), 'MODEL_CARD.md');
    expect(found[0]?.label).toBe('## Intended use');
    expect(found.map(each => each.label)).not.toContain('## Evaluation');
    expect(found[0]?.insert).toMatch(/^## Intended use\n\n<!--[\s\S]*A\.9\.4[\s\S]*-->\n$/);
  });
  test.each([
    ['a mark', '#$0'],
    ['two marks', '##$0'],
    ['half-typed', '## Inten$0'],
    ['a full title that is being typed', '## Intended use$0'],
    ['an empty line', '$0'],
  ])('on %s', (_, line) => {
    const after = checkChosen(card(line), '## Intended use', 'MODEL_CARD.md');
    expect(after).toMatch(/A tree\.\n\n## Intended use\n\n<!--[\s\S]*-->\n\n\n## Evaluation/);
  });
  test('deeper when more marks are typed', () =>
    expect(checkLabels(card('###$0'), 'MODEL_CARD.md')).toContain('### Intended use'));
  test.each([
    ['code', card('```sh\n#$0\n```')],
    ['prose', card('some text$0')],
    ['a list', card('- $0')],
  ])('none in %s', (_, text) => expect(checkLabels(text, 'MODEL_CARD.md')).toEqual([]));
  test('of an assessment', () =>
    expect(
      checkLabels('---\nclausewright: impact-assessment/1\n---\n# A\n\n## Harms\n\nx\n\n#$0\n', 'a.md'),
    ).toContain('## Measures'));
});

describe('configuration and suppressions', () => {
  test.each([
    ['keys', 'ru$0\n', 'rules', 'rules:\n  \n'],
    ['rules', 'rules:\n  $0\n', 'mapping/missing-owner', 'rules:\n  mapping/missing-owner: \n'],
    [
      'rules, half-typed',
      'rules:\n  mapp$0\n',
      'mapping/missing-owner',
      'rules:\n  mapping/missing-owner: \n',
    ],
    ['groups', 'rules: { $0 }\n', 'evidence', 'rules: { evidence:  }\n'],
    ['severities', 'rules:\n  mapping: $0\n', 'hint', 'rules:\n  mapping: hint\n'],
    [
      'settings of a rule',
      'rules:\n  mapping:\n    sev$0\n',
      'severity',
      'rules:\n  mapping:\n    severity: \n',
    ],
    ['frameworks', 'frameworks:\n  - $0\n', 'nist-csf', 'frameworks:\n  - nist-csf\n'],
    ['needed frameworks', 'needed:\n  $0\n', 'hitrust-ai', 'needed:\n  hitrust-ai: \n'],
    ['needed controls', 'needed:\n  iso-42001:$0\n', 'A.5.4', 'needed:\n  iso-42001:A.5.4: \n'],
    ['strengths', 'needed:\n  iso-42001: $0\n', 'reviewed', 'needed:\n  iso-42001: reviewed\n'],
    ['concepts', 'headings:\n  $0\n', 'training-data', 'headings:\n  training-data: []\n'],
    [
      'kinds',
      'documents:\n  - files: x\n    kind: $0\n',
      'model-card',
      'documents:\n  - files: x\n    kind: model-card\n',
    ],
    [
      'forbidden',
      'suppressions: { forbid: [$0] }\n',
      'mapping/missing-owner',
      'suppressions: { forbid: [mapping/missing-owner] }\n',
    ],
  ])('%s', (_, before, label, after) => expect(checkChosen(before, label, 'clausewright.yaml')).toBe(after));
  test.each([
    [
      'a rule in YAML',
      MAPPING('  # clausewright-disable-next-line miss$0\n  - id: A.5.2\n'),
      'controls.yaml',
      'mapping/missing-owner',
      'disable-next-line mapping/missing-owner: \n',
    ],
    [
      'a second rule',
      MAPPING('  # clausewright-disable mapping/missing-owner $0\n  - id: A.5.2\n'),
      'controls.yaml',
      'evidence/missing-file',
      'mapping/missing-owner evidence/missing-file: \n',
    ],
    [
      'a command in YAML',
      MAPPING('  # claus$0\n  - id: A.5.2\n'),
      'controls.yaml',
      'clausewright-disable',
      '# clausewright-disable \n',
    ],
    [
      'a command in Markdown',
      '# Card\n\n<!-- $0 -->\n\ntext\n',
      'MODEL_CARD.md',
      'clausewright-disable-line',
      '<!-- clausewright-disable-line  -->',
    ],
    ['the claim', '# Card\n\n<!--$0 -->\n\ntext\n', 'MODEL_CARD.md', 'evidence:', '<!-- evidence:  -->'],
    [
      'a rule in Markdown',
      '# Card\n\n<!-- clausewright-disable-line $0-->\n\ntext\n',
      'MODEL_CARD.md',
      'mapping/missing-owner',
      '<!-- clausewright-disable-line mapping/missing-owner: -->',
    ],
  ])('%s', (_, text, path, label, part) => expect(checkChosen(text, label, path)).toContain(part));
  test('no rule is offered twice, nor behind the reason', () => {
    expect(
      checkLabels(MAPPING('  # clausewright-disable mapping/missing-owner $0\n  - id: A.5.2\n')),
    ).not.toContain('mapping/missing-owner');
    expect(
      checkLabels(MAPPING('  # clausewright-disable mapping/missing-owner: bec$0\n  - id: A.5.2\n')),
    ).toEqual([]);
  });
});

describe('nothing', () => {
  test.each([
    ['in free text', MAPPING('  - id: A.5.2\n    notes: hel$0\n'), 'controls.yaml'],
    ['in a comment', MAPPING('  - id: A.5.2 # some $0\n'), 'controls.yaml'],
    ['in a file of no kind', 'jobs:\n  $0\n', 'ci.yaml'],
    ['on a fence', '-$0--\nlicense: mit\n---\n# C\n', 'MODEL_CARD.md'],
  ])('%s', (_, text, path) => expect(checkLabels(text, path)).toEqual([]));
});
