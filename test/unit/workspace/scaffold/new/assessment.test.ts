import { describe, expect, test } from 'vitest';
import { Source } from '../../../../../server/src/text/source.ts';
import type { NewRequest } from '../../../../../server/src/workspace/scaffold/new/kind.ts';
import { newDocument } from '../../../../../server/src/workspace/scaffold/new/new-document.ts';
import { checkerOf, sessionOf } from '../../../../support/fixture.ts';

const CARD = `---
system: scoring
version: 1.1.0
base_model: acme/base
datasets: [loans]
---
# Scoring

## Intended use

A credit officer reads the score while deciding on an application.

## Human oversight

Every application is decided by a person.
`;

const MAPPING =
  'clausewright: control-mapping/1\nsystem: { id: scoring, name: Credit scoring, riskClass: high, modelType: predictive }\ncontrols: []\n';

const FILES: ReadonlyMap<string, string> = new Map([
  ['MODEL_CARD.md', CARD],
  ['controls.yaml', MAPPING],
]);

/** The new assessment, or the reason why there is none. */
function checkNew(
  answers: Readonly<Record<string, string>>,
  files = FILES,
  request: Partial<NewRequest> = {},
): { path: string; text: string; notes: readonly string[] } {
  const made = newDocument(sessionOf(files), { kind: 'impact-assessment', folder: '', answers, ...request });
  return 'problem' in made ? { path: '', text: made.problem, notes: [] } : made;
}

/** Findings of an assessment by rule, at or above a severity of error. */
function checkErrors(path: string, text: string): string[] {
  const checker = checkerOf(new Map([...FILES, [path, text]]));
  return checker.findings(path).flatMap(each => (each.severity === 'error' ? [each.message] : []));
}

describe('a full assessment', () => {
  const made = checkNew({
    affected: 'applicants, credit officers',
    where: 'Finland',
    modelType: 'predictive',
  });

  test('is filled with what card and mapping say, each with its source', () => {
    expect(made.path).toBe('impact-assessment.md');
    expect(made.text).toContain('version: 1.1.0 # from MODEL_CARD.md: version');
    expect(made.text).toContain('- **Base model:** acme/base <!-- from MODEL_CARD.md: base_model -->');
    expect(made.text).toContain('- **Risk class:** high <!-- from controls.yaml: system.riskClass -->');
    expect(made.text).toContain('See the model card, [Intended use](MODEL_CARD.md#intended-use).');
  });

  test('holds what was answered, and says that it was', () => {
    expect(made.text).toContain('| applicants |  |  |  |  |\n| credit officers |');
    expect(made.text).toMatch(/- \*\*Geography:\*\* Finland <!-- from what was answered/);
    expect(made.text).toMatch(/- \*\*Kind of model:\*\* predictive <!-- from what was answered/);
  });

  test('names the threats that its kind of model may meet, as a question', () =>
    expect(made.text).toMatch(
      /Known: threats that a predictive model may meet: .*AML\.T0020.* \(from MITRE ATLAS/,
    ));

  test('claims nothing that nobody has said', () => {
    expect(made.text).toMatch(/^# assessor: /m);
    expect(made.text).toMatch(/^# approver: /m);
    expect(made.text).toContain('status: draft');
    expect(made.text).not.toMatch(/^assessed:/m);
  });

  test.each(['markdown', 'yaml'] as const)('has no error as %s', format => {
    const { path, text } = checkNew({ affected: 'applicants: all of them', where: 'Åland | #1' }, FILES, {
      format,
    });
    expect(checkErrors(path, text)).toEqual([]);
  });

  test('says the same in YAML', () => {
    const { path, text } = checkNew({ affected: 'applicants, officers' }, FILES, { format: 'yaml' });
    expect(path).toBe('impact-assessment.yaml');
    expect(text).toContain('  base_model: acme/base # from MODEL_CARD.md: base_model');
    expect(text).toMatch(
      /interested_parties:\n {2}- name: applicants # from .*\n {2}- name: officers # from/,
    );
  });

  test.each(['markdown', 'yaml'] as const)(
    'records what it rests on as %s, so that a change is found without a history',
    format => {
      const files = new Map([
        ...FILES,
        ['controls.yaml', MAPPING.replace('riskClass', 'stage: design, riskClass')],
      ]);
      const { path, text } = checkNew({}, files, { format });
      expect(text).toContain('base_model: acme/base # from MODEL_CARD.md: base_model');
      expect(text).toMatch(
        /^based_on: .*\n {2}- path: MODEL_CARD\.md#intended-use\n {4}digest: [0-9a-f]{12}$/m,
      );
      const fired = (changed: ReadonlyMap<string, string>): string[] =>
        checkerOf(new Map([...files, [path, text], ...changed]))
          .findings(path)
          .filter(each => each.rule === 'assessment/trigger-fired' || each.rule === 'crossdoc/version')
          .map(each => each.cause ?? '');
      expect(fired(new Map())).toEqual([]);
      const now = CARD.replace('acme/base', 'acme/other')
        .replace('[loans]', '[loans, refunds]')
        .replace('1.1.0', '1.2.0')
        .replace('A credit officer reads', 'Nobody reads');
      const found = fired(
        new Map([
          ['MODEL_CARD.md', now],
          ['controls.yaml', MAPPING.replace('riskClass', 'stage: operation, riskClass')],
        ]),
      );
      for (const words of [
        'covers version 1.1.0, and MODEL_CARD.md describes version 1.2.0',
        'base model of this assessment: acme/base. MODEL_CARD.md names acme/other',
        'datasets of this assessment: loans. MODEL_CARD.md names loans, refunds',
        'in the stage "design" when it was assessed, and is in the stage "operation"',
        'MODEL_CARD.md#intended-use has changed',
      ])
        expect(found.filter(each => each?.includes(words)).length).toBe(1);
      expect(found.length).toBe(5);
    },
  );

  test('notices that a section on which it rests has gone', () => {
    const { path, text } = checkNew({});
    const files = new Map([...FILES, [path, text], ['MODEL_CARD.md', CARD.replace('Intended use', 'Notes')]]);
    const found = checkerOf(files)
      .findings(path)
      .filter(each => each.rule === 'assessment/trigger-fired');
    expect(found.map(each => each.cause)).toEqual([
      'MODEL_CARD.md#intended-use, on which this assessment was based, is no longer there',
    ]);
  });

  test('is written with nothing known at all', () =>
    expect(checkNew({}, new Map([['README.md', '# Nothing\n']])).text).toContain('## Measures'));
});

describe('a screening', () => {
  test('decides where the workspace tells, with the reason and its source', () => {
    const made = checkNew({ depth: 'screening' });
    expect(made.text).toContain(
      'A full assessment is needed: the risk class is "high" (controls.yaml: system.riskClass',
    );
    expect(made.notes[0]).toContain('A full assessment is needed');
    expect(made.text.split('\n').length).toBeLessThan(60);
  });

  test('leaves the decision open where nothing tells', () => {
    const made = checkNew({ depth: 'screening' }, new Map([['MODEL_CARD.md', CARD]]));
    expect(made.text).not.toContain('is needed:');
    expect(made.notes[0]).toContain('one yes calls for a full assessment');
  });

  test.each(['markdown', 'yaml'] as const)('is not asked for the sections of a full one, as %s', format => {
    const { path, text } = checkNew({ depth: 'screening' }, FILES, { format });
    const checker = checkerOf(new Map([...FILES, [path, text]]));
    const found = checker.findings(path).filter(each => each.rule === 'assessment/missing-section');
    expect(found.filter(each => /no section on|"Measures"|"Data"/.test(each.message))).toEqual([]);
  });

  test('an unknown depth is refused', () =>
    expect(checkNew({ depth: 'deep' }).text).toContain('"deep" is no depth'));
});

describe('a reassessment', () => {
  const BEFORE = `---
clausewright: impact-assessment/1
system: scoring
version: 1.0.0
status: approved
approver: sam@example.org
assessed: 2026-03-01
---
# Assessment

## Intended uses

A credit officer reads the score.

## Human oversight

A person decides.

## Algorithm and model

Trees.
`;
  const files = new Map([...FILES, ['impact-assessment.md', BEFORE]]);
  const earlier = (card: string, mapping = MAPPING) => ({
    path: 'next.md',
    earlier: {
      at: '2026-03-01T10:00:00Z',
      texts: new Map([
        ['MODEL_CARD.md', new Source(card)],
        ['controls.yaml', new Source(mapping)],
      ]),
    },
  });
  const marks = (text: string): string[] =>
    text
      .split(/^## /m)
      .flatMap(part => (part.includes('[TODO: look at this again]') ? (part.split('\n')[0] ?? '') : []));

  test('marks the answers that rest on a section which has changed, and names it', () => {
    const old = CARD.replace('a credit officer reads', 'nobody reads').replace(
      'A credit officer reads',
      'Nobody reads',
    );
    const made = checkNew({ depth: 'reassessment' }, files, earlier(old));
    expect(marks(made.text)).toEqual(['Intended uses']);
    expect(made.text).toContain(
      '## Intended uses\n\n**[TODO: look at this again]** "Intended use" of MODEL_CARD.md has changed\n\nA credit',
    );
  });

  test('marks what rests on metadata and on the mapping, with both values', () => {
    const old = CARD.replace('acme/base', 'acme/old');
    const made = checkNew(
      { depth: 'reassessment' },
      files,
      earlier(old, MAPPING.replace('predictive', 'generative')),
    );
    expect(marks(made.text)).toEqual(['Algorithm and model']);
    expect(made.text).toContain('"base_model" of MODEL_CARD.md was "acme/old" and is "acme/base"');
    expect(made.text).toContain('was "generative" and is "predictive"');
  });

  test('marks nothing where nothing has changed, and keeps every word', () => {
    const made = checkNew({ depth: 'reassessment' }, files, earlier(CARD));
    expect(made.text.slice(made.text.indexOf('# Assessment'))).toBe(
      BEFORE.slice(BEFORE.indexOf('# Assessment')),
    );
    expect(made.notes[0]).toContain('Nothing that impact-assessment.md rests on has changed');
  });

  test('does not carry over who accepted the old one, and takes the version of the card', () => {
    const { text } = checkNew({ depth: 'reassessment' }, files, earlier(CARD));
    expect(text).toContain('version: "1.1.0" # from MODEL_CARD.md: version');
    expect(text).toContain('status: draft');
    expect(text).not.toMatch(/^(?:approver|assessed):/m);
  });

  test('in YAML a mark is a comment above the key, and a finding until it is gone', () => {
    const yaml =
      'clausewright: impact-assessment/1\nsystem: scoring\nstatus: approved\nassessed: 2026-03-01\nintended_uses: A credit officer reads the score.\nharms:\n  - harm: refused\n';
    const old = CARD.replace('A credit officer reads', 'Nobody reads');
    const all = new Map([...FILES, ['impact-assessment.yaml', yaml]]);
    const made = checkNew({ depth: 'reassessment' }, all, {
      ...earlier(old),
      path: 'next.yaml',
      format: 'yaml',
    });
    expect(made.text).toContain(
      '# TODO: look at this again: "Intended use" of MODEL_CARD.md has changed\nintended_uses:',
    );
    const marked = (text: string): string[] =>
      checkerOf(new Map([...FILES, ['next.yaml', text]]))
        .findings('next.yaml')
        .flatMap(each => (each.cause?.includes('look at this again') === true ? [each.cause] : []));
    const count = made.text.split('# TODO: look at this again').length - 1;
    expect(count).toBeGreaterThan(0);
    expect(marked(made.text).length).toBe(count);
    expect(marked(made.text.replace(/^ *# TODO: look at this again.*\n/gm, ''))).toEqual([]);
  });

  test('records anew what it rests on', () => {
    const before = BEFORE.replace(
      'assessed:',
      'base_model: acme/old\nbased_on:\n  - path: MODEL_CARD.md#intended-use\n    digest: 0123456789ab\nassessed:',
    );
    const { text } = checkNew(
      { depth: 'reassessment' },
      new Map([...FILES, ['impact-assessment.md', before]]),
      earlier(CARD),
    );
    expect(text).toContain('base_model: acme/base # from MODEL_CARD.md: base_model\nbased_on: #');
    expect(text).not.toContain('0123456789ab');
    expect(text).toContain('datasets: loans # from MODEL_CARD.md: datasets');
    expect(checkErrors('next.md', text)).toEqual([]);
  });

  test('marks everything it knows of where there is no history', () => {
    const made = checkNew({ depth: 'reassessment' }, files, { path: 'next.md' });
    expect(made.notes[0]).toContain('every answer has to be looked at again');
    expect(marks(made.text)).toContain('Intended uses');
  });

  test('needs an assessment to start from', () =>
    expect(checkNew({ depth: 'reassessment' }).text).toContain('no impact assessment of this system'));

  test('lies beside the one that it copies', () =>
    expect(checkNew({ depth: 'reassessment' }, files, { path: 'docs/next.md' }).text).toContain(
      'lies beside',
    ));
});
