import { describe, expect, test } from 'vitest';
import { labelsIn } from '../../../server/src/model/labels.ts';
import type { SectionedModel } from '../../../server/src/model/sectioned.ts';
import { parseFixture, sessionOf } from '../../support/fixture.ts';

/** The labels of a card's body, `label = value`, those without an answer in brackets. */
function labels(body: string): string[] {
  const { files } = parseFixture(`# Router\n\n${body}`, 'MODEL_CARD.md');
  const model = sessionOf(files).document('MODEL_CARD.md')?.model as SectionedModel;
  return (model.body?.sections ?? []).flatMap(({ value }) =>
    value.derive(labelsIn).map(each => {
      const shown = `${each.label} = ${value.slice(each)}`;
      return each.answered ? shown : `(${shown})`;
    }),
  );
}

describe('labelled values', () => {
  test.each([
    ['- **License:** MIT', ['License = MIT']],
    ['- **License**: MIT', ['License = MIT']],
    ['- **License** — MIT', ['License = MIT']],
    ['**License:** `mit`', ['License = `mit`']],
    ['- License: MIT', ['License = MIT']],
    ['| Item | Value |\n|---|---|\n| **License** | MIT |', ['Item = Value', 'License = MIT']],
    ['- **License:** [More Information Needed]', ['(License = [More Information Needed])']],
    ['- **License:** unknown', ['(License = unknown)']],
    ['Purpose:\n- Routing of tickets\n- Reports', ['Purpose = - Routing of tickets']],
    ['Purpose:\n- TODO', ['(Purpose = - TODO)']],
    ['Note: the license is MIT.', []],
    ['```\n- License: MIT\n```', []],
    ['<!-- - **License:** MIT -->', []],
  ])('%j', (body, expected) => {
    expect(labels(body)).toEqual(expected);
  });
});
