import { describe, expect, test } from 'vitest';
import type { SectionedModel } from '../../../server/src/model/sectioned.ts';
import { conceptStates } from '../../../server/src/workspace/concepts.ts';
import { placeFor } from '../../../server/src/workspace/scaffold/placement.ts';
import { LIBRARY, parseFixture, sessionOf } from '../../support/fixture.ts';

/** Checks that a concept's section goes to `$0`, at this heading level. */
function checkPlace(concept: string, level: number, fixture: string, path = 'MODEL_CARD.md'): void {
  const { files, cursor } = parseFixture(fixture, path);
  const document = sessionOf(files).document(path);
  const model = document?.model as SectionedModel;
  const vocabulary = LIBRARY.vocabulary(model.kind);
  const known = vocabulary.concept(concept);
  if (known === undefined) throw new Error(`no concept ${concept}`);
  const states = conceptStates(model, vocabulary);
  const place = placeFor(known, { text: files.get(path) ?? '', model, vocabulary, states });
  expect({ offset: place.offset, level: place.level }).toEqual({ offset: cursor, level });
}

describe('the place of a missing section', () => {
  test('behind the nearest earlier concept, with what stands below it', () => {
    checkPlace(
      'limitations',
      2,
      '# Router\n\n## Intended use\n\nTickets.\n\n### Examples\n\nMany.\n\n$0## Evaluation\n\n0.9\n',
    );
  });

  test('in front of the next later concept, where none is earlier', () => {
    checkPlace('intended-use', 2, '# Router\n\nText.\n\n$0## Evaluation\n\n0.9\n');
  });

  test('at the end, one level below the title, where nothing is known', () => {
    checkPlace('limitations', 2, '# Router\n\nText.\n$0');
    checkPlace('limitations', 3, '# Router\n\n### Files\n\nText.\n$0');
  });

  test('the first concept stands right below the title', () => {
    checkPlace('model-details', 2, '# Router\n\n![logo](a.png)\n\n$0## Installation\n\nrun it\n');
  });

  test('inside the section of its parent, beside its siblings', () => {
    checkPlace(
      'out-of-scope-use',
      3,
      '# Router\n\n## Intended use\n\n### Examples\n\nTickets.\n\n$0## Evaluation\n\n0.9\n',
    );
    checkPlace(
      'purpose',
      4,
      '# Impact\n\n## AI system description\n\n#### Functionality\n\nScores.\n\n$0#### Intended uses\n\nCredit.\n\n## Data\n\nMany.\n\n## Harms\n\nSome.\n',
      'impact-assessment.md',
    );
  });

  test('a concept that stands inside an unrelated section moves nothing there', () => {
    checkPlace(
      'contact',
      2,
      '# Router\n\n## Model details\n\n### License\n\nMIT\n\n## Evaluation\n\n0.9\n\n$0## Citation\n\nUs.\n',
    );
  });

  test('bold lines as headings, several titles, and headings without a title keep their level', () => {
    checkPlace('limitations', 7, '# Router\n\n**Intended use**\n\nTickets.\n\n$0**Evaluation**\n\n0.9\n');
    checkPlace('limitations', 1, '# Intended use\n\nTickets.\n\n$0# Evaluation\n\n0.9\n');
    checkPlace(
      'limitations',
      2,
      '---\nlicense: mit\n---\n## Intended use\n\nTickets.\n\n$0## Evaluation\n\n0.9\n',
    );
  });

  test('lines that belong to the next heading stay with it', () => {
    checkPlace(
      'limitations',
      2,
      '# Router\n\n## Intended use\n\nTickets.\n\n$0{:.h2_title}\n## Evaluation\n\n0.9\n',
    );
    checkPlace(
      'limitations',
      2,
      '# Router\r\n\r\n## Intended use\r\n\r\nTickets.\r\n\r\n$0<a name="eval"></a>\r\n## Evaluation\r\n\r\n0.9\r\n',
    );
  });
});
