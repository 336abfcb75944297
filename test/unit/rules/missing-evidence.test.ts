import { describe, expect, test } from 'vitest';
import { changed } from '../../support/changes.ts';
import { checkerOf } from '../../support/fixture.ts';
import { checkCount, checkFix, checkMessage, checkTitles, findings, HEAD } from './findings.ts';

describe('mapping/missing-evidence', () => {
  const card = `//- docs/MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring

## Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.

## Training data

TODO
`;
  const mapping = `//- controls.yaml\n${HEAD}controls:\n  - id: A.6.2.4 # tests\n    status: implemented\n    owner: sam@example.org\n`;
  const text = mapping + card;

  test('an existing section is linked', () => {
    checkMessage(
      text,
      'mapping/missing-evidence',
      'A.6.2.4',
      'called implemented',
      'the section "Evaluation" of docs/MODEL_CARD.md',
    );
    checkFix(
      text,
      'mapping/missing-evidence',
      'Link docs/MODEL_CARD.md#evaluation as evidence of A.6.2.4',
      'controls.yaml',
      `${HEAD}controls:\n  - id: A.6.2.4 # tests\n    status: implemented\n    owner: sam@example.org\n    evidence:\n      - docs/MODEL_CARD.md#evaluation\n`,
    );
  });

  test('a section without text, or of another system, is no candidate', () => {
    checkTitles(text.replace('A.6.2.4', 'A.7.2'), 'mapping/missing-evidence', [
      'Create docs/data-management.md for A.7.2 and link it',
      'Exclude A.7.2, with a justification to fill in',
    ]);
    checkTitles(text.replace('\nsystem: scoring', '\nsystem: other'), 'mapping/missing-evidence', [
      'Create docs/verification-and-validation.md for A.6.2.4 and link it',
      'Exclude A.6.2.4, with a justification to fill in',
    ]);
  });

  test('a document without a system belongs to the nearest mapping', () => {
    checkTitles(text.replace('\nsystem: scoring', ''), 'mapping/missing-evidence', [
      'Link docs/MODEL_CARD.md#evaluation as evidence of A.6.2.4',
      'Create docs/verification-and-validation.md for A.6.2.4 and link it',
      'Exclude A.6.2.4, with a justification to fill in',
    ]);
  });

  test('a document is created from the template of the control, and is no evidence before it is written', () => {
    const title = 'Create docs/verification-and-validation.md for A.6.2.4 and link it';
    const { files, found } = findings(mapping, 'mapping/missing-evidence');
    const after = changed(files, found[0]?.fixes.find(each => each.title === title)?.change() ?? []);
    const created = after.get('docs/verification-and-validation.md') ?? '';
    expect(created).toMatch(
      /^---\nsystem: scoring\nowner: jane@example\.org\ncontrols:\n {2}- iso-42001:A\.6\.2\.4\n---\n# Verification and validation\n/,
    );
    expect(created).toContain('\n## Acceptance criteria\n\n<!-- Which metric must reach which value');
    expect(created).toContain('for Credit scoring towards ISO/IEC 42001:2023 A.6.2.4');
    expect(after.get('controls.yaml')).toContain(
      '    evidence:\n      - docs/verification-and-validation.md\n',
    );
    const left = checkerOf(after)
      .findings('controls.yaml')
      .map(each => each.rule);
    expect(left).not.toContain('mapping/missing-evidence');
    expect(left).toContain('evidence/empty-section');
  });

  test('the document goes where the other evidence lies', () => {
    const more = `//- controls.yaml\n${HEAD}controls:\n  - id: A.5.2\n    status: implemented\n    evidence: governance/impact.md\n  - id: A.6.2.4\n    status: partial\n//- governance/impact.md\n# Impact\n\nWe assess twice a year.\n`;
    checkTitles(more, 'mapping/missing-evidence', [
      'Create governance/verification-and-validation.md for A.6.2.4 and link it',
      'Exclude A.6.2.4, with a justification to fill in',
    ]);
    checkTitles(
      `${more}//- governance/verification-and-validation.md\n# V\n\nText.\n`,
      'mapping/missing-evidence',
      [
        'Link governance/verification-and-validation.md as evidence of A.6.2.4',
        'Exclude A.6.2.4, with a justification to fill in',
      ],
    );
  });

  test('an exclusion waits for its reason', () => {
    const { files, found } = findings(mapping, 'mapping/missing-evidence');
    const after = changed(
      files,
      found[0]?.fixes.find(each => each.title.startsWith('Exclude'))?.change() ?? [],
    );
    expect(after.get('controls.yaml')).toContain(
      '    applicable: false\n    justification: TODO say why A.6.2.4 does not apply to this system\n',
    );
    const rules = checkerOf(after)
      .findings('controls.yaml')
      .map(each => each.rule);
    expect(rules).toContain('mapping/missing-justification');
    expect(rules).not.toContain('mapping/missing-evidence');
  });

  test('a framework that knows no exclusion offers none', () => {
    const titles = findings(
      `${HEAD}controls:\n  - id: hitrust-ai:HT-01\n    status: implemented\n`,
      'mapping/missing-evidence',
    ).found.flatMap(each => each.fixes.map(fix => fix.title));
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.some(title => title.startsWith('Exclude'))).toBe(false);
  });

  test('silent for plans, exclusions, unknown controls and entries that cannot be read', () => {
    for (const entry of [
      '- id: A.6.2.4\n    status: planned',
      '- id: A.6.2.4',
      '- id: A.6.2.4\n    status: implemented\n    applicable: false',
      '- id: A.5.1\n    status: implemented',
      '- id: A.6.2.4\n    status: implemented\n    evidence: *shared',
      '- id: A.6.2.4\n    status: implemented\n    <<: *shared',
      '- id: A.6.2.4\n    status: implemented\n    evidence: "docs/x.md',
    ])
      checkCount(`${HEAD}controls:\n  ${entry}\n`, 'mapping/missing-evidence', 0);
  });
});
