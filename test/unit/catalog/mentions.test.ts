import { describe, expect, test } from 'vitest';
import { mayMention, mentionsIn } from '../../../server/src/catalog/mentions.ts';
import { LIBRARY } from '../../support/fixture.ts';

/** The ids of a line as `framework:id`, unknown ones with `?`, those whose framework the line does not name in brackets. */
function checkLine(line: string, ...frameworks: string[]): string[] {
  return mentionsIn(line, LIBRARY, frameworks).map(each => {
    expect(line.slice(each.start, each.end)).toBe(each.written);
    const shown = `${each.catalog.id}:${each.item?.id ?? `${each.written}?`}`;
    return each.explicit ? shown : `(${shown})`;
  });
}

describe('ids in running text', () => {
  test('take the framework that the line names before them', () => {
    expect(checkLine('ISO/IEC 42001:2023 A.6.2.4 and A-7-2; ISO 27001 A.5.1; EU AI Act Article 10')).toEqual([
      'iso-42001:A.6.2.4',
      'iso-42001:A.7.2',
      'iso-27001:A.5.1',
      'eu-ai-act:Art. 10',
    ]);
  });

  test('take the first framework that fits where none is named', () => {
    expect(checkLine('see A.6.2.4, MAP 4.1 and A.99.9', 'iso-42001', 'nist-ai-rmf')).toEqual([
      '(iso-42001:A.6.2.4)',
      '(nist-ai-rmf:MAP 4.1)',
      '(iso-42001:A.99.9?)',
    ]);
    expect(checkLine('see A.6.2.4')).toEqual([]);
  });

  test('are no parts of longer numbers and words', () => {
    expect(checkLine('BA.6.2.4 x.A.6.2.4 A.6.2.4.1.2 A.6.2.4b', 'iso-42001')).toEqual([]);
  });

  test('a line without anything like an id is told apart cheaply', () => {
    expect(mayMention('The model reaches 0.91 on 12,000 images (ISO 42001).')).toBe(false);
    expect(mayMention('Clause 6.1.4')).toBe(true);
  });
});

describe('headings of several subjects', () => {
  test.each([
    ['Limitations', ['limitations']],
    ['Performance and limitations', ['limitations', 'evaluation']],
    ['Evaluation: second run', ['evaluation']],
    ['📊 4. Training data & evaluation', ['training-data', 'evaluation']],
    ['Acknowledgements', []],
  ])('%s', (heading, concepts) => {
    expect(
      LIBRARY.vocabulary('model-card')
        .recogniseAll(heading)
        .map(each => each.id),
    ).toEqual(concepts);
  });
});
