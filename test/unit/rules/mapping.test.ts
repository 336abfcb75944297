import { describe, expect, test } from 'vitest';
import { changed } from '../../support/changes.ts';
import { checkerOf, parseFixture } from '../../support/fixture.ts';
import { checkCount, checkFix, checkMessage, checkTitles, findings, HEAD } from './findings.ts';

describe('mapping/unknown-control', () => {
  test('an objective line is explained, and the controls under it are offered', () => {
    const text = `${HEAD}controls:\n  - id: A.5.1\n    status: planned\n`;
    checkMessage(
      text,
      'mapping/unknown-control',
      '"A.5.1" is the objective line of A.5, not a control',
      'A.5.2, A.5.3, A.5.4 and A.5.5',
    );
    checkTitles(text, 'mapping/unknown-control', [
      'Change to A.5.2 (AI system impact assessment process)',
      'Change to A.5.3 (Documentation of AI system impact assessments)',
      'Change to A.5.4 (Assessing AI system impact on individuals or groups of individuals)',
      'Change to A.5.5 (Assessing societal impacts of AI systems)',
    ]);
  });

  test('the nearest id is offered, in the quotes and with the framework as written', () => {
    const text = `${HEAD}controls:\n  - id: "ISO/IEC 42001 A.6.2.9"\n    status: planned\n`;
    checkMessage(
      text,
      'mapping/unknown-control',
      'ISO/IEC 42001 has no control "A.6.2.9"',
      'Did you mean A.6.2.8 (',
    );
    checkFix(
      text,
      'mapping/unknown-control',
      'Change to ISO/IEC 42001 A.6.2.8 (AI system recording of event logs)',
      'controls.yaml',
      `${HEAD}controls:\n  - id: "ISO/IEC 42001 A.6.2.8"\n    status: planned\n`,
    );
  });

  test('an id of another framework is named with it', () => {
    checkFix(
      `${HEAD}controls:\n  - id: MEASURE 2.3\n    status: planned\n`,
      'mapping/unknown-control',
      'Change to nist-ai-rmf:MEASURE 2.3 (Performance measured in deployment-like conditions)',
      'controls.yaml',
      `${HEAD}controls:\n  - id: nist-ai-rmf:MEASURE 2.3\n    status: planned\n`,
    );
  });

  test('an unknown framework is named with the nearest one', () => {
    checkMessage(
      `${HEAD}controls:\n  - id: iso-4201:A.5.2\n    status: planned\n`,
      'mapping/unknown-control',
      '"iso-4201"',
      'Did you mean "iso-42001"?',
    );
  });

  test('clauses are records of the management system, and parts of an article belong to it', () => {
    checkCount(
      `${HEAD}controls:\n  - id: Clause 6.1.4\n    status: planned\n  - id: "10"\n    status: planned\n  - id: eu-ai-act:Art. 10(2)\n    status: planned\n`,
      'mapping/unknown-control',
      0,
    );
  });
});

describe('mapping/missing-controls', () => {
  const text = `${HEAD}controls:\n  - id: A.2.4 # review\n    status: planned\n  - id: A.10.3\n    status: planned\n`;

  test('one finding lists all and offers all, and each of the first', () => {
    checkCount(text, 'mapping/missing-controls', 1);
    checkMessage(
      text,
      'mapping/missing-controls',
      '36 of the 38 controls of ISO/IEC 42001',
      'A.2.2, A.2.3, A.3.2',
      'A.10.2, A.10.4',
    );
    expect(findings(text, 'mapping/missing-controls').found[0]?.controls.length).toBe(36);
    checkTitles(text, 'mapping/missing-controls', [
      'Add entries for all 36 controls of ISO/IEC 42001',
      'Add an entry for A.2.2 (AI policy)',
      'Add an entry for A.2.3 (Alignment with other organizational policies)',
      'Add an entry for A.3.2 (AI roles and responsibilities)',
      'Add an entry for A.3.3 (Reporting of concerns)',
      'Add an entry for A.4.2 (Resource documentation)',
    ]);
  });

  test('an entry is written where its control belongs', () => {
    checkFix(
      text,
      'mapping/missing-controls',
      'Add an entry for A.3.2 (AI roles and responsibilities)',
      'controls.yaml',
      `${HEAD}controls:\n  - id: A.2.4 # review\n    status: planned\n  - id: A.3.2 # AI roles and responsibilities\n    status: planned\n  - id: A.10.3\n    status: planned\n`,
    );
  });

  test('adding all leaves nothing to find', () => {
    const { files, found } = findings(text, 'mapping/missing-controls');
    const after = changed(files, found[0]?.fixes[0]?.change() ?? []);
    expect(checkerOf(after).findings('controls.yaml')).toEqual([]);
    const ids = [...(after.get('controls.yaml') ?? '').matchAll(/id: (A\.\S+)/g)].map(hit => hit[1]);
    expect(ids.length).toBe(38);
    expect(ids[0]).toBe('A.2.2');
    expect(ids.at(-1)).toBe('A.10.4');
  });

  test('files of one system share their entries, and the first of them tells', () => {
    const files = `//- a.controls.yaml\n${text}//- b.controls.yaml\n${HEAD}controls:\n  - id: A.2.2\n    status: planned\n`;
    checkMessage(files, 'mapping/missing-controls', '35 of the 38', 'A.2.3');
    const { files: all } = parseFixture(files, '');
    expect(
      checkerOf(all)
        .findings('b.controls.yaml')
        .map(each => each.rule),
    ).not.toContain('mapping/missing-controls');
  });

  test('a mapping of another framework is asked for that one alone', () => {
    const rmf =
      'clausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org }\nframeworks: [nist-ai-rmf]\ncontrols:\n  - id: nist-ai-rmf:MEASURE 2.3\n    status: planned\n';
    checkCount(rmf, 'mapping/missing-controls', 1);
    checkMessage(rmf, 'mapping/missing-controls', 'NIST AI RMF', 'GOVERN 1.1');
  });

  test('silent where entries may be unread, and in a list that claims nothing', () => {
    checkCount(
      `${HEAD}controls:\n  - id: A.5.2\n    status: planned\n  - "A.5\n  - id: A.5.3\n`,
      'mapping/missing-controls',
      0,
    );
    checkCount(`${HEAD}controls: &all\n  - <<: *x\n`, 'mapping/missing-controls', 0);
    checkCount('controls:\n  - id: A.5.2\n    status: planned\n', 'mapping/missing-controls', 0);
  });
});

describe('mapping/invalid-value', () => {
  test('allowed values are listed', () => {
    checkMessage(
      `${HEAD}controls:\n  - id: A.5.2\n    status: finished\n`,
      'mapping/invalid-value',
      '"finished" is no value of "status"',
      'Use planned, partial or implemented',
    );
  });

  test('few allowed values are offered one by one', () => {
    const text = `${HEAD}controls:\n  - id: A.5.2\n    status: 'done' # since May\n`;
    checkTitles(text, 'mapping/invalid-value', [
      'Change to planned',
      'Change to partial',
      'Change to implemented',
    ]);
    checkFix(
      text,
      'mapping/invalid-value',
      'Change to implemented',
      'controls.yaml',
      text.replace('done', 'implemented'),
    );
  });

  test('what was meant is one keystroke away', () => {
    const text = `${HEAD}controls:\n  - id: A.5.2\n    status: 'Implementd' # since May\n    evidnce: []\n    applicable: "yes"\n    until: 2027/3/1\n`;
    checkTitles(text, 'mapping/invalid-value', [
      'Change to implemented',
      'Change to evidence',
      'Change to true',
      'Change to 2027-03-01',
    ]);
    checkFix(
      text,
      'mapping/invalid-value',
      'Change to implemented',
      'controls.yaml',
      text.replace("'Implementd'", "'implemented'"),
    );
    checkFix(text, 'mapping/invalid-value', 'Change to true', 'controls.yaml', text.replace('"yes"', 'true'));
  });

  test('a status in the place of an entry', () => {
    const text = `${HEAD}controls:\n  A.5.2: planned\n`;
    checkFix(
      text,
      'mapping/invalid-value',
      'Change to { status: planned }',
      'controls.yaml',
      text.replace('A.5.2: planned', 'A.5.2: { status: planned }'),
    );
  });

  test('numbers, empty values, aliases and keys of your own are no faults', () => {
    checkCount(
      `${HEAD}controls:\n  - id: 6.1\n    status:\n    owner:\n    satisfies: [*x]\n    risk: high\n    notes: 12\n`,
      'mapping/invalid-value',
      0,
    );
  });

  test('a framework that is not known', () => {
    checkMessage(
      `${HEAD}framework: iso-4201\ncontrols: []\n`,
      'mapping/invalid-value',
      '"iso-4201"',
      'Did you mean "iso-42001"?',
    );
    checkCount(`${HEAD}frameworks: [iso-42001, soc-2]\ncontrols: []\n`, 'mapping/invalid-value', 1);
  });
});
