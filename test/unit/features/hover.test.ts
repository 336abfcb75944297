import { describe, expect, test } from 'vitest';
import { CARD, checkHover, HEAD } from './fixtures.ts';

const ENTRY = `//- controls.yaml
${HEAD}controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/MODEL_CARD.md#evaluation
      - docs/MODEL_CARD.md#nowhere
    notes: see Clause 6.1.4 and A-5-2 # and A.5.3
    satisfies: [nist-ai-rmf:MEASURE 2.3]
  - id: A.10.4
    applicable: false
    justification: No customer receives the system.
${CARD}`;

describe('a control', () => {
  test('is explained with edition, kind, evidence, sections, crosswalk, provenance', () => {
    const found = checkHover(ENTRY.replace('id: A.6.2.4', 'id: A.6$0.2.4'));
    expect(found?.about).toBe('A.6.2.4');
    for (const part of [
      'ISO/IEC 42001:2023 · A.6.2.4** AI system verification and validation',
      '*Control under A.6.2 AI system life cycle · evidence needed: documented*',
      '**Why it exists**',
      '**What an auditor asks to see**',
      '**What counts as evidence**',
      '**Sections that can hold it**\n- Model card: Evaluation, Metrics',
      'NIST AI RMF 1.0 (published: Microsoft',
      'EU AI Act (2024/1689, consolidated 2026-07-27) (editorial: our judgement, published by nobody)',
      '**Related**',
      'in Clausewright’s own words after ISO/IEC 42001:2023, as of 2026-',
      'no certification and no statement of conformity',
    ])
      expect(found?.markdown).toContain(part);
  });

  test('shows this workspace’s evidence, each with its link and state', () => {
    const { markdown = '' } = checkHover(ENTRY.replace('id: A.6.2.4', 'id: A.6$0.2.4')) ?? {};
    expect(markdown).toMatch(
      /\[controls\.yaml\]\(clausewright-file:controls\.yaml#\d+-\d+\): `implemented`, evidence \*\*documented\*\*/,
    );
    expect(markdown).toMatch(
      / {2}- \[docs\/MODEL\\_CARD\.md#evaluation\]\(clausewright-file:docs\/MODEL_CARD\.md#\d+-\d+\): documented/,
    );
    expect(markdown).toMatch(/nowhere.*: missing \(it has no section #nowhere\)/);
  });

  test('shows claims and sections that could be linked', () => {
    expect(checkHover(ENTRY.replace('evidence: A.7.5', 'evidence: A.7$0.5'))?.markdown).toMatch(
      /claimed in \[docs\/MODEL\\_CARD\.md\]/,
    );
    const candidate = checkHover(`//- controls.yaml\n${HEAD}controls:\n  - id: A.7$0.2\n${CARD}`);
    expect(candidate?.markdown).toMatch(
      /could be linked: \[docs\/MODEL\\_CARD\.md: Training data\]\([^)]*\), holds only a placeholder/,
    );
  });

  test('an exclusion shows its justification', () =>
    expect(checkHover(ENTRY.replace('A.10.4', 'A.10$0.4'))?.markdown).toContain(
      'excluded, No customer receives the system.',
    ));

  test.each([
    ['Clause 6.1$0.4', 'Clause 6.1.4', 'AI system impact assessment'],
    ['A-5$0-2', 'A-5-2', 'AI system impact assessment process'],
    ['A.5$0.3', 'A.5.3', 'Documentation of AI system impact assessments'],
    ['nist-ai-rmf:MEASURE$0 2.3', 'nist-ai-rmf:MEASURE 2.3', 'NIST AI RMF 1.0 · MEASURE 2.3'],
  ])('%s', (written, about, title) => {
    const found = checkHover(ENTRY.replace(written.replace('$0', ''), written));
    expect(found?.about).toBe(about);
    expect(found?.markdown).toContain(title);
  });

  test.each([
    ['a bare clause', `${HEAD}controls:\n  - id: 6.1$0.3\n`, 'AI risk treatment'],
    [
      'controls as a map',
      `${HEAD}controls:\n  "A.5$0.2":\n    status: planned\n`,
      'AI system impact assessment process',
    ],
    [
      'flow style',
      `${HEAD}controls: [{ id: A.5$0.2 }, { id: A.5.3 }]\n`,
      'AI system impact assessment process',
    ],
    [
      'CRLF',
      `${HEAD}controls:\n  - id: A.5$0.2\n`.replaceAll('\n', '\r\n'),
      'AI system impact assessment process',
    ],
    ['BOM', `\uFEFF${HEAD}controls:\n  - id: A.5$0.2\n`, 'AI system impact assessment process'],
    [
      'beside a broken line',
      `${HEAD}controls:\n  - id: A.5$0.2\n    stat\n    "x\n`,
      'AI system impact assessment process',
    ],
    [
      'another framework',
      `${HEAD}framework: iso-27001\ncontrols:\n  - id: A.5$0.2\n`,
      'ISO/IEC 27001:2022 · A.5.2',
    ],
  ])('in %s', (_, text, title) => expect(checkHover(text)?.markdown).toContain(title));

  test('an objective line is explained with the controls under it', () => {
    const found = checkHover(`${HEAD}controls:\n  - id: A.5$0.1\n`);
    expect(found?.markdown).toContain(
      'The objective line is no control. A mapping answers the controls under it',
    );
    for (const id of ['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5'])
      expect(found?.markdown).toContain(`- [${id}](clausewright-control:iso-42001/${id})`);
    expect(found?.markdown).toContain('this item is no control');
  });

  test('an id that does not exist names the nearest one', () =>
    expect(checkHover(`${HEAD}controls:\n  - id: A.5$0.22\n`)?.markdown).toMatch(
      /has no item `A\.5\.22`.[\s\S]*The nearest id is `A\.5\.2`/,
    ));

  test.each([
    ['prose', 'as ISO/IEC 42001 A.7$0.4 asks', 'Quality of data'],
    ['a law', 'see EU AI Act Art. 1$04', 'Applies'],
  ])('in a card: %s', (_, body, part) =>
    expect(
      checkHover(`---\nlicense: mit\nlibrary_name: x\n---\n# Card\n\n${body}\n`, 'MODEL_CARD.md')?.markdown,
    ).toContain(part),
  );
});

test('text of users cannot forge links or markup', () => {
  const text = `${HEAD}controls:\n  - id: A.10$0.4\n    applicable: false\n    justification: "[x](clausewright-file:etc/passwd) <img src=x> **bold** [y](command:evil)"\n`;
  const { markdown = '' } = checkHover(text) ?? {};
  expect(markdown).toContain(
    String.raw`\[x\](clausewright-file:etc/passwd) \<img src=x\> \*\*bold\*\* \[y\](command:evil)`,
  );
});

describe('keys and values', () => {
  const entry = (line: string): string => `${HEAD}controls:\n  - id: A.5.2\n    ${line}\n`;
  test.each([
    ['a key', entry('stat$0us: planned'), 'status', 'How far the control is in place.'],
    ['a key without a colon', entry('stat$0us'), 'status', '`implemented` In place'],
    ['an enum value', entry('status: par$0tial'), 'partial', 'In place for a part of the system'],
    ['a quoted value', entry('status: "par$0tial"'), '"partial"', 'In place for a part of the system'],
    ['a flag', entry('applicable: fal$0se'), 'false', 'a justification is then needed'],
    ['evidence kind', entry('evidence:\n      - path: x\n        kind: te$0st'), 'test', 'machine-readable'],
    [
      'a sign-off',
      entry('evidence:\n      - path: x\n        reviewed: { b$0y: sam }'),
      'by',
      'somebody other than its author',
    ],
    [
      'system',
      `${HEAD.replace('owner:', 'ow$0ner:')}controls:\n  - id: A.5.2\n`,
      'owner',
      'Who answers for the system',
    ],
    [
      'role',
      `clausewright: control-mapping/1\nsystem:\n  role: prov$0ider\ncontrols:\n  - id: A.5.2\n`,
      'provider',
      'Develops the system',
    ],
    ['a framework', `${HEAD}framework: iso-4$02001\ncontrols:\n  - id: A.5.2\n`, 'iso-42001', 'edition 2023'],
    [
      'map form',
      `${HEAD}controls:\n  A.5.2: { stat$0us: planned }\n`,
      'status',
      'How far the control is in place.',
    ],
  ])('%s', (_, text, about, part) => {
    const found = checkHover(text);
    expect(found?.about).toBe(about);
    expect(found?.markdown).toContain(part);
  });

  test.each([
    [
      'card key',
      '---\nlicen$0se: mit\nlibrary_name: x\n---\n# C\n',
      'MODEL_CARD.md',
      'one of the ids that the Hugging Face hub knows',
    ],
    ['card value', '---\nlicense: m$0it\nlibrary_name: x\n---\n# C\n', 'MODEL_CARD.md', 'MIT License'],
    [
      'list of values',
      '---\npretty_name: x\nsize_categories:\n  - 1K<n$0<10K\n---\n# C\n',
      'README.md',
      'Number of records',
    ],
    [
      'our key in a card',
      '---\nsys$0tem: a\nlicense: mit\n---\n# C\n',
      'MODEL_CARD.md',
      'Id of the AI system',
    ],
    [
      'assessment key',
      '---\nclausewright: impact-assessment/1\nassess$0or: sam\n---\n# A\n',
      'a.md',
      'Who carried out the assessment',
    ],
    [
      'assessment value',
      '---\nclausewright: impact-assessment/1\nstatus: dra$0ft\n---\n# A\n',
      'a.md',
      'Being written',
    ],
    [
      'assessment in YAML',
      'clausewright: impact-assessment/1\nsystem: x\nha$0rms: none\n',
      'a.yaml',
      '**Harms** *section, expected*',
    ],
    ['config key', 'revi$0ew: { period: 90 }\n', 'clausewright.yaml', 'How sign-offs age'],
    ['config rule', 'rules:\n  mapping/missing-ow$0ner: off\n', 'clausewright.yaml', 'here `off`'],
    [
      'config group',
      'rules:\n  map$0ping: off\n',
      'clausewright.yaml',
      '`mapping/unknown-control` An id names no control.',
    ],
    ['config severity', 'rules:\n  mapping/missing-owner: o$0ff\n', 'clausewright.yaml', 'Others: `error`'],
    ['config concept', 'headings:\n  training-da$0ta: [Corpus]\n', 'clausewright.yaml', '**Training data**'],
    ['needed framework', 'needed:\n  iso-42$0001: reviewed\n', 'clausewright.yaml', 'Information technology'],
    [
      'needed control',
      'needed:\n  iso-42001:A.5$0.4: reviewed\n',
      'clausewright.yaml',
      'individuals or groups',
    ],
    ['strength', 'needed:\n  iso-42001: revie$0wed\n', 'clausewright.yaml', 'reviewed'],
  ])('%s', (_, text, path, part) => expect(checkHover(text, path)?.markdown).toContain(part));
});

describe('rules in suppressions', () => {
  test.each([
    [
      'YAML',
      `${HEAD}controls:\n  # clausewright-disable-next-line mapping/miss$0ing-owner: small team\n  - id: A.5.2\n`,
      'controls.yaml',
    ],
    [
      'the second of two',
      `${HEAD}# clausewright-disable evidence/missing-file mapping/mis$0sing-owner: x\ncontrols:\n  - id: A.5.2\n`,
      'controls.yaml',
    ],
    [
      'Markdown',
      '# Card\n\n<!-- clausewright-disable-line mapping/missing-ow$0ner: reason -->\n',
      'MODEL_CARD.md',
    ],
  ])('%s', (_, text, path) => {
    const found = checkHover(text, path);
    expect(found?.about).toBe('mapping/missing-owner');
    expect(found?.markdown).toContain('Roles, responsibilities and authorities');
  });
});

describe('sections, evidence and links', () => {
  test('a heading shows its concept and how the controls stand', () => {
    const found = checkHover(ENTRY.replace('## Evaluation', '## Evalua$0tion'));
    expect(found?.about).toBe('Evaluation');
    expect(found?.markdown).toMatch(/\*\*Evaluation\*\* \*section, expected\*/);
    expect(found?.markdown).toMatch(
      /\[A\.6\.2\.4\]\([^)]*\) AI system verification and validation: documented/,
    );
    expect(found?.markdown).toContain('This section holds real text.');
  });
  test('a heading of no concept shows nothing', () =>
    expect(checkHover('# Card\n\n## Zebra$0 crossing\n\nx\n', 'MODEL_CARD.md')).toBeUndefined());
  test('evidence shows its strength, the reason and who else leans on it', () => {
    const found = checkHover(ENTRY.replace('#evaluation', '#evalua$0tion'));
    expect(found?.about).toBe('docs/MODEL_CARD.md#evaluation');
    expect(found?.markdown).toMatch(/: documented \(nobody has signed it\)/);
    expect(found?.markdown).toMatch(/Entries that point here\*\*\n- iso-42001:A\.6\.2\.4 in/);
  });
  test('a link shows what stands there', () => {
    const text = `//- docs/MODEL_CARD.md\n# Card\n\n## Results\n\nGood.\n//- impact-assessment.md\n# Impact assessment\n\n## Purpose\n\nSee [the card](docs/MODEL_CARD.md#resu$0lts).\n\n## Harms\n\nx\n\n## Data\n\nx\n`;
    expect(checkHover(text)?.markdown).toMatch(/section “Results”: holds real text/);
  });
});

describe('nothing to explain', () => {
  test.each([
    ['a blank line', `${HEAD}controls:\n  - id: A.5.2\n$0\n`],
    ['behind a value', `${HEAD}controls:\n  - id: A.5.2   $0\n`],
    ['an unknown key', `${HEAD}colo$0ur: red\ncontrols:\n  - id: A.5.2\n`],
    ['free text', `${HEAD}controls:\n  - id: A.5.2\n    notes: hel$0lo\n`],
    ['a file of no kind', 'jobs:\n  bu$0ild: x\n'],
  ])('%s', (_, text) => expect(checkHover(text)).toBeUndefined());
});
