import { describe, expect, test } from 'vitest';
import { checkerOf, parseFixture } from '../../support/fixture.ts';

/** The marked stretches are the findings of the rule, and there is no finding of another group beside them. */
function checkPlaces(
  fixture: string,
  rule: string,
  defaultPath = 'controls.yaml',
  others: readonly string[] = [],
): void {
  const { files, path, marks } = parseFixture(fixture, defaultPath);
  const found = checkerOf(files).findings(path);
  expect(found.filter(each => each.rule === rule).map(each => each.span)).toEqual(marks.get(path));
  expect(
    [...new Set(found.map(each => each.rule))].filter(
      each => each !== rule && !each.endsWith('missing-section'),
    ),
  ).toEqual(others);
}

const HEAD = 'clausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org }\ncontrols:\n';

describe('syntax/yaml', () => {
  test('a quote that is left open is shown where it opens', () => {
    checkPlaces(
      `${HEAD}  - id: A.5.2\n    status: ⟦"planned # soon⟧\n  - id: A.5.3\n`,
      'syntax/yaml',
      undefined,
      ['mapping/missing-controls'],
    );
  });

  test('a bracket that is left open is shown where it opens, and nothing inside is asked for', () => {
    checkPlaces(`${HEAD}  - id: A.5.2\n    status: implemented\n    evidence: ⟦[docs/a.md⟧\n`, 'syntax/yaml');
  });

  test('a tab and a second colon', () => {
    checkPlaces(`${HEAD}  - id: A.5.2\n    notes: ⟦a⟧: b: c\n  - id: A.5.3\n`, 'syntax/yaml', undefined, [
      'mapping/missing-controls',
    ]);
  });

  test('several documents in one file', () => {
    checkPlaces(`${HEAD}  - id: A.5.2\n    status: planned\n⟦---⟧\nother: 1\n`, 'syntax/yaml');
  });

  test('a text that is broken throughout is one finding with the other places', () => {
    const broken = Array.from(
      { length: 8 },
      (_, index) =>
        `  - id: A.5.${index}\n    status: ${index === 0 ? '⟦' : ''}"open${index === 0 ? '⟧' : ''}\n`,
    );
    const text = HEAD + broken.join('');
    checkPlaces(text, 'syntax/yaml', undefined, ['mapping/missing-controls']);
    const { files } = parseFixture(text, 'controls.yaml');
    const [found] = checkerOf(files)
      .findings('controls.yaml')
      .filter(each => each.rule === 'syntax/yaml');
    expect(found?.related.length).toBe(7);
  });

  test('a mark of a template is named as such', () => {
    const { files } = parseFixture(`${HEAD}  - id: A.5.2\n    {{ fields }}\n`, 'controls.yaml');
    expect(
      checkerOf(files)
        .findings('controls.yaml')
        .map(each => each.message)
        .join(),
    ).toContain('a mark of a template');
  });
});

describe('syntax/front-matter', () => {
  const BODY =
    '# Scoring\n\nA model that scores loan applications; it cannot score firms. Write to jane@example.org.\n';

  test('never closed, also at the end of the file', () => {
    checkPlaces(`⟦---⟧\nlicense: mit\n${BODY}`, 'card/unclosed', 'MODEL_CARD.md');
    checkPlaces('⟦---⟧\nlicense: mit\nlanguage: en', 'card/unclosed', 'MODEL_CARD.md');
  });

  test('a list in the place of keys', () => {
    checkPlaces(`---\n⟦- mit⟧\n---\n${BODY}`, 'card/not-a-mapping', 'MODEL_CARD.md');
  });

  test('comments only, a template, and a thematic break are no faults', () => {
    checkPlaces(`---\n# nothing yet\n---\n${BODY}`, 'syntax/front-matter', 'MODEL_CARD.md');
    checkPlaces(`---\n{{ card_data }}\n---\n${BODY}`, 'syntax/front-matter', 'MODEL_CARD.md');
    checkPlaces(`---\n\n${BODY}`, 'syntax/front-matter', 'MODEL_CARD.md');
  });
});

describe('config', () => {
  test('nearest names are offered', () => {
    const { files } = parseFixture(
      'rules:\n  mapping/missing-ownr: off\nneeded:\n  iso-4201: tested\nreview: { perod: 30 }\n',
      'clausewright.yaml',
    );
    const messages = checkerOf(files)
      .findings('clausewright.yaml')
      .map(each => each.message)
      .join('\n');
    for (const word of ['mapping/missing-owner', 'iso-42001', 'period'])
      expect(messages).toContain(`Did you mean "${word}"?`);
  });

  test('a configuration without keys, and an empty one', () => {
    checkPlaces('⟦-⟧ a\n- b\n', 'config/invalid-value', 'clausewright.yaml');
    checkPlaces('# nothing yet\n', 'config/invalid-value', 'clausewright.yaml');
  });

  test('a comment in a code block is an example', () => {
    checkPlaces(
      '# Card\n\n```yaml\n# clausewright-disable-next-line no/rule\n```\n\n⟦<!-- clausewright-disable-next-line no/rule: why -->⟧\nIt cannot score firms. Write to jane@example.org.\n',
      'config/invalid-suppression',
      'MODEL_CARD.md',
    );
  });

  test('a rule that no comment may silence', () => {
    checkPlaces(
      `//- controls.yaml\n${HEAD}  - id: A.5.2\n    status: planned ⟦# clausewright-disable-line mapping/missing-evidence: later⟧\n//- clausewright.yaml\nrules: { mapping/missing-controls: off }\nsuppressions: { forbid: [mapping] }\n`,
      'config/invalid-suppression',
    );
  });
});
